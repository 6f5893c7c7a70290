// The filter above the table of models: words, kind, vendor. Without scripts the table is complete.
(() => {
  const place = document.getElementById("model-filter");
  const table = document.querySelector(".md-content table, article table, table");
  if (!place || !table) return;
  const rows = [...table.tBodies[0].rows];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const valuesOf = (row, column) =>
    row.cells[column].textContent.split(",").map((value) => value.trim()).filter(Boolean);
  const count = document.createElement("output");

  const labelled = (text, control) => {
    const label = document.createElement("label");
    label.append(`${text} `, control);
    place.append(label);
    control.addEventListener("input", show);
    return control;
  };
  const choice = (text, column) => {
    const select = document.createElement("select");
    const values = new Set(rows.flatMap((row) => valuesOf(row, column)));
    select.append(new Option("all", ""));
    [...values].sort().forEach((value) => select.append(new Option(value, value)));
    return { column, select: labelled(text, select) };
  };
  const search = document.createElement("input");
  search.type = "search";
  labelled("Words", search);
  const choices = [choice("Kind", 1), choice("Vendor", 2)];
  place.append(count);

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, number) => {
      row.hidden = !(
        words.every((word) => texts[number].includes(word)) &&
        choices.every(({ column, select }) =>
          !select.value || valuesOf(row, column).includes(select.value))
      );
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = `${shown} of ${rows.length} models`;
  }
  show();
})();

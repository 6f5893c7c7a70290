// Shows the state of the simulator, which /events sends whenever it changes. All of it is text, never HTML.
"use strict";

const connection = document.getElementById("connection");
const events = new EventSource("events");

events.onopen = () => {
  connection.textContent = "Connected: what happens shows here at once.";
};
events.onerror = () => {
  connection.textContent = "Not connected: the simulator has stopped, or will be back in a moment.";
};
events.onmessage = (event) => show(JSON.parse(event.data));

function show(state) {
  for (const cell of document.querySelectorAll("[data-total]")) {
    cell.textContent = state.totals[cell.dataset.total];
  }
  for (const note of document.querySelectorAll("[data-shown]")) {
    const { length } = state[note.dataset.shown];
    note.textContent = length < state.totals[note.dataset.shown] ? `the latest ${length}` : "";
  }
  for (const body of document.querySelectorAll("[data-rows]")) {
    showRows(body, state[body.dataset.rows]);
  }
}

function showRows(body, rows) {
  const fields = body.dataset.fields.split(" ");
  body.replaceChildren(...rows.map((row) => rowOf(row, fields)));
  const table = body.closest(".scrolls");
  table.hidden = rows.length === 0;
  table.nextElementSibling.hidden = rows.length > 0;
}

function rowOf(row, fields) {
  const line = document.createElement("tr");
  for (const field of fields) {
    const cell = line.insertCell();
    cell.dataset.field = field;
    cell.classList.toggle("number", ["number", "charged"].includes(field));
    cell.textContent = row[field];
  }
  return line;
}

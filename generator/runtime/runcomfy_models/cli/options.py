"""Options that several commands share."""

import click

as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one object a line."
)
journal = click.option(
    "--journal",
    "journal",
    metavar="FILE",
    envvar="RUNCOMFY_JOURNAL",
    help="The journal of paid calls, or postgresql://…; by default one in your data folder.",
)
no_journal = click.option(
    "--no-journal", is_flag=True, help="Do not record the paid call."
)
yes = click.option("-y", "--yes", is_flag=True, help="Pay without being asked.")
max_cost = click.option(
    "--max-cost",
    metavar="DOLLARS",
    envvar="RUNCOMFY_MAX_COST",
    help="The most that a job may cost; without a terminal, this agrees to pay.",
)
max_cost_unknown = click.option(
    "--max-cost-unknown",
    type=click.Choice(["refuse", "allow"]),
    default="refuse",
    help="Whether --max-cost lets a job pass whose price is not known.",
)

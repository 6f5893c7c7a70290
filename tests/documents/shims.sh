# Shell functions that stand in for commands of documents, so that a test can run these as they are written:
# nothing is installed, and what would call the service calls the simulator.

here() { printf '%s' "${1//https:\/\/model-api.runcomfy.net/$RUNCOMFY_BASE_URL}"; }

redirected() {
    local program=$1 arguments=()
    shift
    for argument; do arguments+=("$(here "$argument")"); done
    command "$program" "${arguments[@]}"
}

curl() { redirected curl "$@"; }

runcomfy-codegen() { redirected "$(dirname "$PYTHON")/runcomfy-codegen" "$@"; }

# A reader sees the price, and agrees.
runcomfy-models() {
    local agreed=()
    [[ $1 == run || $1 == batch ]] && agreed=(--yes)
    RUNCOMFY_API_TOKEN=$TOKEN "$(dirname "$PYTHON")/runcomfy-models" "$@" "${agreed[@]}"
}

python() { "$PYTHON" "$@"; }

# A target has to exist. What it runs has tests of its own, some of which take minutes.
make() { command make --dry-run -f "$CHECKOUT/Makefile" VENV="${PYTHON%/bin/*}" "$@"; }

# Extras have to exist, versions to be the pinned ones.
pip() { PYTHONPATH=$CHECKOUT "$PYTHON" -m tests.documents.fake_pip "$@"; }

hatchling() { [[ $1 == version && $2 =~ ^[0-9]+(\.[0-9]+)+$ ]]; }

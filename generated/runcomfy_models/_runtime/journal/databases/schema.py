# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 295affdfef0a3df6e4a2620c4719b1fd
"""The tables of a journal, and the migrations from older versions."""

from .database import Database

APPLICATION_ID = 0x52434A31
"""Marks an SQLite file as a journal: "RCJ1"."""

MIGRATIONS = (
    (
        """
        CREATE TABLE jobs (
            n {serial},
            key TEXT NOT NULL UNIQUE,
            model_id TEXT NOT NULL,
            digest TEXT NOT NULL,
            schema_digest TEXT,
            inputs TEXT,
            files_to TEXT,
            state TEXT NOT NULL,
            intent TEXT,
            owner BIGINT,
            attempt INTEGER NOT NULL DEFAULT 0,
            taken INTEGER NOT NULL DEFAULT 0,
            estimate TEXT,
            day TEXT,
            reserved BIGINT NOT NULL DEFAULT 0,
            charged BIGINT NOT NULL DEFAULT 0,
            cost TEXT,
            request_id TEXT,
            answer TEXT,
            files TEXT,
            error TEXT,
            planned_at TEXT NOT NULL,
            sent_at TEXT,
            submitted_at TEXT,
            running_at TEXT,
            ended_at TEXT
        )
        """,
        "CREATE INDEX jobs_by_intent ON jobs (intent)",
        "CREATE INDEX jobs_by_request_id ON jobs (request_id)",
        "CREATE INDEX jobs_by_model ON jobs (model_id, state, charged)",
        "CREATE INDEX jobs_by_state ON jobs (state, n)",
        """
        CREATE TABLE attempts (
            key TEXT NOT NULL,
            attempt INTEGER NOT NULL,
            model_id TEXT NOT NULL,
            state TEXT NOT NULL,
            intent TEXT NOT NULL PRIMARY KEY,
            request_id TEXT,
            cost TEXT,
            error TEXT,
            sent_at TEXT,
            ended_at TEXT
        )
        """,
        """
        CREATE TABLE spending (
            period TEXT NOT NULL PRIMARY KEY,
            reserved BIGINT NOT NULL,
            charged BIGINT NOT NULL
        )
        """,
        "INSERT INTO spending VALUES ('all', 0, 0)",
        "CREATE TABLE turns (name TEXT NOT NULL PRIMARY KEY, next_at DOUBLE PRECISION NOT NULL)",
        "INSERT INTO turns VALUES ('submit', 0)",
    ),
    (
        # In this version, calls of `AsyncBatch.one` were counted as takeovers.
        "UPDATE jobs SET taken = 0",
        """
        UPDATE jobs SET
            state = CASE WHEN request_id IS NULL THEN 'unknown' ELSE 'running' END,
            owner = NULL
        WHERE state IN ('refused', 'failed') AND intent IS NOT NULL
            AND SUBSTR(error, 1, 24) = '{"message": "set aside: '
        """,
        "ALTER TABLE jobs ADD COLUMN paid_before INTEGER NOT NULL DEFAULT 0",
        """
        UPDATE jobs SET paid_before = (
            SELECT COUNT(*) FROM attempts
            WHERE attempts.key = jobs.key AND attempts.request_id IS NOT NULL
        )
        WHERE key IN (SELECT key FROM attempts WHERE request_id IS NOT NULL)
        """,
    ),
)
"""The statements that lead from each version of the schema to the next one.

- `jobs`: a row for each key, with its latest paid call. `intent` identifies that call, `owner`
  the process that makes or follows it. `reserved` and `charged` are in billionths of a US
  dollar, `estimate` and `cost` in US dollars as they were written; `day` is the one to whose
  budget they count. `taken` counts the processes that have taken over the job.
  `attempt` counts the calls of the key, `paid_before` those in `attempts` that queued a job.
- `attempts`: the paid calls of a key before its latest one.
- `spending`: what is reserved and charged in all, and on each day.
- `turns`: when the next submission may start, in seconds since 1970.
"""

VERSION = len(MIGRATIONS)


def migrate(database: Database, version: int) -> None:
    """Migrate the tables of `database` from `version` to the newest one."""
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            database.change(statement.replace("{serial}", database.serial))

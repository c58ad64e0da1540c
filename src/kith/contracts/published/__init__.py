"""The tables that the web application may read: one module each.

They stand in ``STORE/current/public/``: `edition.json` and one Parquet file a table,
``figures``, ``measures``, ``sources``, ``findings``. Rows are in the order of their
full key; integers, decimals and text only; no clock time; identical bytes for the
same inputs.
"""

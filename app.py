"""The server: every request passes the door, and the pages are drawn by the shell.

The shell is a file of its own, away from `pages/`: a main script beside a folder of that name would
let the first visitor after a start reach a page without frame and gate.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.door.file_limit import raise_file_limit
from lib.door.middleware import AccessMiddleware
from lib.ui.core import faults

raise_file_limit()
faults.keep_values_out_of_console()

app = st.App(
    Path(__file__).resolve().parent / "lib" / "ui" / "shell" / "shell.py",
    middleware=[Middleware(AccessMiddleware)],
    on_script_error=faults.on_script_error,
    exception_handlers={Exception: faults.on_server_error},
)

"""Fills in workbooks as a person at LibreOffice Calc would: types into cells, saves, closes.

Called with a file of jobs, [{"open": path, "save": path, "cells": [{"row", "column", "text"}]}], and a folder for the
settings of the program. What has several lines is set as a text, since no key press enters it.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAIT_SECONDS = 90


def option(name, value):
    option = PropertyValue()
    option.Name, option.Value = name, value
    return option


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def fill(desktop, dispatcher, job):
    document = desktop.loadComponentFromURL(Path(job["open"]).as_uri(), "_blank", 0, (option("Hidden", True),))
    frame = document.CurrentController.Frame
    sheet = document.Sheets.getByIndex(0)
    document.CurrentController.setActiveSheet(sheet)
    for cell in job["cells"]:
        place = sheet.getCellByPosition(cell["column"], cell["row"])
        if "\n" in cell["text"]:
            place.String = cell["text"]
            continue
        document.CurrentController.select(place)
        typed = (option("StringName", cell["text"]),)
        dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, typed)
    document.storeToURL(Path(job["save"]).as_uri(), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)


def main():
    jobs, profile = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    pipe = f"gongkai-{profile.name}"
    program = subprocess.Popen([
        "soffice", "--headless", "--norestore", "--nologo", "--nodefault",
        f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;",
    ])
    try:
        context = connect(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for job in jobs:
            fill(desktop, dispatcher, job)
        desktop.terminate()
        program.wait(WAIT_SECONDS)
    finally:
        program.kill()


main()

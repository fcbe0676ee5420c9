"""Drives the kernel as Jupyter does, with Debian's jupyter_client. Usage: kernel_check.py JUPYTER_DATA_DIRECTORY

Prints one line per check and exits with 1 at the first that fails.
"""
import os
import queue
import sys
import time

os.environ["JUPYTER_PATH"] = sys.argv[1]

from jupyter_client.manager import start_new_kernel  # noqa: E402


def check(name, condition, seen):
    print(("ok   " if condition else "FAIL ") + name, flush=True)
    if not condition:
        print("saw: %r" % (seen,), flush=True)
        raise SystemExit(1)


class Cell:
    """What came back for one cell."""

    def __init__(self, client, code, stop_after=None, manager=None):
        self.stdout, self.stderr, self.displays, self.updates, self.errors, self.result = "", "", [], [], [], None
        self.first_stream_at = None
        sent = time.monotonic()
        identity = client.execute(code)
        interrupted_at = None
        while True:
            if stop_after is not None and interrupted_at is None and stop_after in self.stdout:
                interrupted_at = time.monotonic()
                manager.interrupt_kernel()
            try:
                message = client.get_iopub_msg(timeout=60)
            except queue.Empty:
                raise SystemExit("no answer within 60 s to: " + code)
            if message["parent_header"].get("msg_id") != identity:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                self.first_stream_at = self.first_stream_at or time.monotonic() - sent
                if content["name"] == "stdout":
                    self.stdout += content["text"]
                else:
                    self.stderr += content["text"]
            elif kind == "display_data":
                self.displays.append(content)
            elif kind == "update_display_data":
                self.updates.append(content)
            elif kind == "execute_result":
                self.result = content
            elif kind == "error":
                self.errors.append(content)
            elif kind == "status" and content["execution_state"] == "idle":
                break
        self.seconds = time.monotonic() - sent
        self.seconds_after_interrupt = None if interrupted_at is None else time.monotonic() - interrupted_at
        while True:
            message = client.get_shell_msg(timeout=60)
            if message["parent_header"].get("msg_id") == identity:
                break
        self.reply = message["content"]


def main():
    started = time.monotonic()
    manager, client = start_new_kernel(kernel_name="cellvisor", startup_timeout=60)
    try:
        cell = Cell(client, "1 + 1")
        check("value (first cell done %.1f s after start)" % (time.monotonic() - started), cell.result["data"]["text/plain"] == "2", cell.result)
        check("status", cell.reply["status"] == "ok" and cell.reply["execution_count"] == 1, cell.reply)

        cell = Cell(client, 'System.out.print("no line end ü€"); System.err.println("err");')
        check("both streams, without a line end", cell.stdout == "no line end ü€" and cell.stderr == "err\n", (cell.stdout, cell.stderr))

        cell = Cell(client, 'System.out.println("a"); Thread.sleep(1500); System.out.println("b");')
        check("output streams while the cell runs", cell.stdout == "a\nb\n" and cell.first_stream_at < cell.seconds - 1, (cell.first_stream_at, cell.seconds))

        cell = Cell(client, 'new Table("t").left("name").right("value").row("x", 1)')
        data = cell.result["data"]
        check("a table as HTML, and text beside it", "<table" in data["text/html"] and "name  value" in data["text/plain"], data)
        check("no JavaScript", "script" not in data["text/html"].lower(), data)

        cell = Cell(client, 'new Svg("a box").box(0, 0, 10, 10, "#fff")')
        check("a picture as an image of SVG, with its text", "data:image/svg+xml;base64," in cell.result["data"]["text/html"]
              and "<details" in cell.result["data"]["text/html"], cell.result)

        cell = Cell(client, 'var bar = display("0 %"); bar.update("50 %"); bar.update("100 %");')
        display = cell.displays[0]["transient"]["display_id"]
        check("a display updated in place", [u["data"]["text/plain"] for u in cell.updates] == ["50 %", "100 %"]
              and all(u["transient"]["display_id"] == display for u in cell.updates), (cell.displays, cell.updates))

        cell = Cell(client, 'int x = 1;\nthrow new IllegalStateException("on purpose");')
        check("an exception", cell.errors[0]["ename"] == "IllegalStateException" and cell.errors[0]["evalue"] == "on purpose"
              and cell.reply["status"] == "error", cell.errors)
        check("its traceback names the line", any("line 2" in line for line in cell.errors[0]["traceback"]), cell.errors)

        cell = Cell(client, "throw new StackOverflowError();")
        check("an Error does not end the kernel", len(cell.errors) == 1 and Cell(client, "2 + 2").result["data"]["text/plain"] == "4", cell.errors)

        # Both are sent before the first fails; the second must not run.
        first = client.execute('Thread.sleep(500); throw new RuntimeException("stop here");')
        second = client.execute("3")
        replies = {}
        while len(replies) < 2:
            message = client.get_shell_msg(timeout=60)
            replies[message["parent_header"]["msg_id"]] = message["content"]["status"]
        check("cells queued behind a failure are skipped", replies == {first: "error", second: "aborted"}, replies)

        cell = Cell(client, 'System.out.println("go"); long n = 0; while (true) n++;', "go", manager)
        check("a loop is interrupted (%.2f s)" % cell.seconds_after_interrupt, cell.seconds_after_interrupt < 1 and cell.errors[0]["ename"] == "Interrupted", cell.errors)
        cell = Cell(client, 'System.out.println("go"); Thread.sleep(1_000_000);', "go", manager)
        check("a sleep is interrupted (%.2f s)" % cell.seconds_after_interrupt, cell.seconds_after_interrupt < 1 and len(cell.errors) == 1, cell.errors)
        cell = Cell(client, 'var vm = Vm.builder("loop").memoryMiB(16).build(); vm.load(0x4000_0000, asm("b .")); System.out.println("go"); vm.run();', "go", manager)
        check("a running VM is interrupted (%.2f s)" % cell.seconds_after_interrupt, cell.seconds_after_interrupt < 1 and len(cell.errors) == 1, cell.errors)
        cell = Cell(client, "vm.step(1000).instructions()")
        check("and it is consistent: it goes on", cell.result is not None and cell.result["data"]["text/plain"] == "1000", (cell.result, cell.errors))
        check("and the next cell runs", Cell(client, "4").result["data"]["text/plain"] == "4", None)

        code = "var ram = new GuestMemory();\nram.readLo"
        reply = client.complete(code, len(code), reply=True, timeout=60)["content"]
        check("completion", "readLong(" in reply["matches"] and code[reply["cursor_start"]:reply["cursor_end"]] == "readLo", reply)

        reply = client.inspect("new GuestMemory().readLong(0)", 20, reply=True, timeout=60)["content"]
        check("Javadoc of our own classes", reply["found"] and "Eight bytes, at any alignment" in reply["data"]["text/plain"], reply)
        reply = client.inspect("List.of(1)", 6, reply=True, timeout=60)["content"]
        check("Javadoc of JDK's classes", reply["found"] and "unmodifiable list containing zero elements" in reply["data"]["text/plain"], reply)

        identity = client.is_complete("for (;;) {")
        message = client.get_shell_msg(timeout=60)
        while message["parent_header"].get("msg_id") != identity:
            message = client.get_shell_msg(timeout=60)
        reply = message["content"]
        check("an incomplete cell", reply["status"] == "incomplete", reply)

        text = "x" * 200_000
        cell = Cell(client, 'for (int i = 0; i < 200_000; i++) System.out.print("x");')
        check("many small prints", cell.stdout == text, len(cell.stdout))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=False)
        check("the kernel ended", not manager.is_alive(), None)


def orphan():
    """A client that is killed with its kernel running: prints the kernel's process id, and waits to be killed."""
    manager, _ = start_new_kernel(kernel_name="cellvisor", startup_timeout=60)
    print(manager.provisioner.process.pid, flush=True)
    time.sleep(600)


if len(sys.argv) > 2:
    orphan()
else:
    main()

"""The program: `braidtui`, and `python -m braidtui`."""

import gc
import sys


def main() -> int:
    """Run one command line; gives the exit code of DESIGN section 4.

    A command is over before garbage matters: without the collector it starts and ends sooner, of
    60 ms some 13 (the reader turns it on again).
    """
    gc.disable()
    try:
        from braidtui.cli.program import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # 128 + SIGINT, as a shell counts
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())

"""`python -m kg` is `kg`."""


def main() -> None:
    """Run the command line."""
    # Imported here, as the processes of a build import this module and need no command line.
    import atexit

    from kg import expressions
    from kg.cli import main as run

    atexit.register(expressions.keep)

    run()


if __name__ == "__main__":
    main()

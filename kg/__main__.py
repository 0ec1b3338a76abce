"""`python -m kg` is `kg`."""


def main() -> None:
    """Run the command line."""
    # Imported here, as the processes of a build import this module and need no command line.
    from kg.character_classes import share

    share()
    from kg.cli import main as run

    run()


if __name__ == "__main__":
    main()

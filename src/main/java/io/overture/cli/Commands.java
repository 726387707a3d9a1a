package io.overture.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what they have in common: results on standard output, all else on standard error, the exit codes. */
final class Commands {

    private static final int WIDTH = 100;

    private Commands() {}

    /** Answers the exit code. */
    static int run(Terminal terminal, String... args) {
        var line = new CommandLine(new Root())
                .addSubcommand(new NodesCommand(terminal))
                .addSubcommand(new DrainCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new EraseCommand(terminal))
                .addSubcommand(new Serve())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(Commands::misused)
                .setExecutionExceptionHandler(Commands::failed);
        int code = line.execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static int misused(ParameterException misuse, String[] args) {
        var command = misuse.getCommandLine();
        command.getErr().println("overture: " + misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, command.getErr());
        command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        return Exit.ERROR;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var why = failure instanceof Trouble ? failure.getMessage() : "unexpected: " + failure;
        command.getErr().println("overture: " + why);
        return Exit.ERROR;
    }
}

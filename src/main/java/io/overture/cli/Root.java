package io.overture.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Overture itself: by itself no command. */
@Command(
        name = "overture",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Serves when no command is given, as its settings say.",
            "",
            "A command starts no server. It speaks to a node, or to the ingress in front of the nodes, and needs the"
                    + " role operator there.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:Done, and nothing is wrong.",
            " 1:Not done, or something has failed.",
            " 2:Done, and there is something to look at."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  OVERTURE_URL       what --url says",
            "  OVERTURE_TOKEN     a bearer token with the role operator; --token-file goes before it",
            "  OVERTURE_USER      with OVERTURE_PASSWORD: name and password, as the demo takes them",
            "  OVERTURE_CA_FILE   what --ca-file says"
        })
final class Root implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? There are nodes, drain, doctor and erase.");
    }
}

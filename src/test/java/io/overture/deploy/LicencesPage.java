package io.overture.deploy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** {@code docs/licences.md}, made of the bills of materials. Versions are theirs to tell, so that an update changes nothing here. */
final class LicencesPage {

    static final Path FILE = Path.of("docs/licences.md");

    /** Libraries that are made for one kind of machine: which of them is here depends on where it was built. */
    private static final Pattern NATIVE = Pattern.compile(":native-.*");

    private static final String HEAD = """
            # Licences

            What the service ships that others have made, and under which licences; where there are several, one may choose. Made
            from the bills of materials (`./dev sbom`) by `BillOfMaterialsIT`; nothing here is written by hand. Versions and
            checksums are in the bills.
            """;

    private LicencesPage() {}

    static String text() {
        return HEAD
                + part("The service", Bill.of("service"))
                + part("The console, in the browser", Bill.of("console"))
                + part("The scripts for storefronts, in the browser", Bill.of("beacon"));
    }

    private static String part(String title, Bill bill) {
        var part = new StringBuilder("\n## " + title + "\n\n");
        if (bill.components().isEmpty()) {
            return part.append("Nothing but our own.\n").toString();
        }
        part.append("| component | licence |\n|---|---|\n");
        bill.components().stream()
                .sorted(Comparator.comparing(Bill.Component::name))
                .map(each -> "| `%s` | %s |\n"
                        .formatted(
                                NATIVE.matcher(each.name()).replaceFirst(":native"),
                                String.join(
                                        ", ", each.licences().stream().sorted().toList())))
                .forEach(part::append);
        return part.toString();
    }
}

package io.overture.catalog;

/** As the European Central Bank publishes its reference rates. */
final class Ecb {

    private Ecb() {}

    /** @param days whole Cubes, each with its time */
    static String xml(String days) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                    <gesmes:subject>Reference rates</gesmes:subject>
                    <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
                    <Cube>
                %s
                    </Cube>
                </gesmes:Envelope>
                """.formatted(days);
    }

    static String day(String day, String usd) {
        return """
                <Cube time='%s'>
                  <Cube currency='USD' rate='%s'/>
                  <Cube currency='JPY' rate='171.55'/>
                </Cube>""".formatted(day, usd);
    }
}

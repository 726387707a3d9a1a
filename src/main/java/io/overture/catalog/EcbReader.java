package io.overture.catalog;

import io.overture.document.Errors;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reference rates of the European Central Bank as it publishes them, of one day or of many:
 * {@code <Cube time='2026-08-13'><Cube currency='USD' rate='1.1534'/>…}. Document types and entities are refused.
 */
final class EcbReader {

    private static final String CUBE = "Cube";
    private static final String NO_XML = "The text is not XML that can be read%s.";
    private static final int MOST_DAYS = 10_000;

    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader xml;
    private final Errors errors;
    private final List<Fixing> fixings = new ArrayList<>();
    private @Nullable LocalDate day;
    private Map<CurrencyUnit, BigDecimal> rates = new HashMap<>();

    private EcbReader(XMLStreamReader xml, Errors errors) {
        this.xml = xml;
        this.errors = errors;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Nothing, when something is wrong; what, is among the errors then. */
    static List<Fixing> read(byte[] bytes, Errors errors) {
        try {
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            var found = new EcbReader(xml, errors).read();
            return errors.isEmpty() ? found : List.of();
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            errors.add("", NO_XML.formatted(at == null ? "" : line(at.getLineNumber())));
        } catch (MissingResourceException e) {
            // The parser's own words for what is wrong, which not every executable has.
            errors.add("", NO_XML.formatted(""));
        }
        return List.of();
    }

    private List<Fixing> read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    fault("A document type is not read here");
                    return List.of();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> fault("An entity is not read here");
                case XMLStreamConstants.START_ELEMENT -> begin();
                default -> {}
            }
        }
        close();
        if (fixings.isEmpty()) {
            errors.add(
                    "", "There are no rates in this text: a Cube with a time, and in it Cubes with currency and rate.");
        }
        return fixings;
    }

    private void begin() {
        if (!xml.getLocalName().equals(CUBE)) {
            return;
        }
        var time = xml.getAttributeValue(null, "time");
        if (time != null) {
            close();
            open(time);
        }
        var currency = xml.getAttributeValue(null, "currency");
        if (currency != null) {
            take(currency, xml.getAttributeValue(null, "rate"));
        }
    }

    private void open(String time) {
        if (fixings.size() == MOST_DAYS) {
            fault("There are more than %d days".formatted(MOST_DAYS));
            return;
        }
        try {
            day = LocalDate.parse(time);
        } catch (DateTimeException e) {
            fault("A time is a day such as 2026-08-13");
        }
    }

    /** A currency that ended before ours began to be listed is of no use to anybody. */
    private void take(String code, @Nullable String rate) {
        try {
            var value = new BigDecimal(rate == null ? "" : rate);
            if (day == null || !RatesReader.isRate(value)) {
                fault("A rate is a number more than 0, on a day");
                return;
            }
            rates.put(CurrencyUnit.of(code), value);
        } catch (NumberFormatException e) {
            fault("A rate is a number more than 0");
        } catch (IllegalCurrencyException e) {
            return;
        }
    }

    private void close() {
        if (day != null && !rates.isEmpty()) {
            fixings.add(new Fixing(CurrencyUnit.EUR, day, rates));
        }
        day = null;
        rates = new HashMap<>();
    }

    private void fault(String detail) {
        errors.add("", detail + line(xml.getLocation().getLineNumber()) + ".");
    }

    private static String line(int line) {
        return line > 0 ? " (line %d)".formatted(line) : "";
    }
}

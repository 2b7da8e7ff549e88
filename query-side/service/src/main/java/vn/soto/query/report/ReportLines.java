package vn.soto.query.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.household.Registrations;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.report.Reports.Sight;

/** Names the figures of reports. */
@Component
final class ReportLines {

    private static final String BY_SERVICE = "C.";

    private final Catalogues catalogues;
    private final Registrations registrations;

    ReportLines(Catalogues catalogues, Registrations registrations) {
        this.catalogues = catalogues;
        this.registrations = registrations;
    }

    /** The figures of a report in their order, with those that nobody stated. */
    List<ReportLine> of(Sight sight, Locale language) {
        Map<String, Long> values = new LinkedHashMap<>();
        sight.figures().forEach(figure -> values.put(figure.code(), figure.value()));
        List<String> codes = IndicatorTexts.codes(sight.indicators());
        if (codes.contains(IndicatorTexts.UNASSIGNED)) {
            values.put(IndicatorTexts.UNASSIGNED, unassigned(sight, sight.pin().commit()));
        }
        sight.figures().stream()
                .map(Figure::code)
                .filter(code -> !codes.contains(code))
                .forEach(codes::add);
        Map<String, String> services = services(sight, codes, language);
        return codes.stream()
                .filter(code -> values.containsKey(code) || Indicators.stated(code))
                .map(code -> line(code, values, services, language))
                .toList();
    }

    /** Not stored with the report: who lives where is no event of the team. It follows from the ledger up to a commit. */
    long unassigned(Sight sight, long commit) {
        LocalDate lastDay = sight.calendar().lastDay(sight.quarter());
        return registrations.ofTeam(sight.team().value(), lastDay, commit).unassigned();
    }

    private static ReportLine line(
            String code, Map<String, Long> values, Map<String, String> services, Locale language) {
        String name = IndicatorTexts.name(code, language);
        String service = code.startsWith(BY_SERVICE) ? services.getOrDefault(code, code) : "";
        return new ReportLine(
                code,
                values.get(code),
                service.isEmpty() ? name : name + ": " + service,
                IndicatorTexts.unit(code, language));
    }

    /** The names of the services by the catalogue of the quarter's last day. */
    private Map<String, String> services(Sight sight, List<String> codes, Locale language) {
        if (codes.stream().noneMatch(code -> code.startsWith(BY_SERVICE))) {
            return Map.of();
        }
        return catalogues
                .on(sight.calendar().lastDay(sight.quarter()), sight.pin().commit())
                .services()
                .stream()
                .collect(Collectors.toMap(
                        service -> BY_SERVICE + service.code(),
                        service -> name(service, language),
                        (first, second) -> second));
    }

    private static String name(Service service, Locale language) {
        return language.getLanguage().equals("en") ? service.en() : service.vi();
    }
}

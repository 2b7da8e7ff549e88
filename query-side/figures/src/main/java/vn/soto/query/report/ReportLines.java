package vn.soto.query.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.report.Reports.Sight;
import vn.soto.web.Language;

/** Names the figures of reports. */
@Component
record ReportLines(Catalogues catalogues, UnassignedHouseholds households) {

    /**
     * The figures of a report in their order, with those that nobody stated.
     *
     * @param written   the team's texts and overrides for the version or the draft
     * @param overrides as they are shown, by code
     */
    List<ReportLine> of(
            Sight sight, ReportHistory.Written written, Map<String, ReportLine.Overriding> overrides, Locale language) {
        Values values = values(sight);
        List<String> codes = IndicatorTexts.codes(sight.indicators());
        Set<String> known = new TreeSet<>(values.counted.keySet());
        if (sight.version().filter(version -> version.content() == null).isEmpty()) {
            known.addAll(values.now.keySet());
        }
        known.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        Map<String, String> services =
                services(codes, sight.days().lastDay(), sight.pin().commit(), language);
        return codes.stream()
                .filter(code -> known.contains(code) || Indicators.voluntary(code))
                .map(code -> line(
                        code,
                        values,
                        overrides.containsKey(code)
                                ? (Long) Objects.requireNonNull(overrides.get(code))
                                        .value()
                                : FigureStep.value(code, values.counted),
                        overrides.get(code),
                        written.source(code),
                        services,
                        language))
                .toList();
    }

    /** A figure of a report, or one that only events after the version gave a value, without what the team wrote beside it. */
    Optional<ReportLine> of(Sight sight, String code, Locale language) {
        Values values = values(sight);
        if (!has(sight, code, values.counted, values.now)) {
            return Optional.empty();
        }
        long named = (values.counted.containsKey(code) ? sight.pin() : sight.now()).commit();
        Map<String, String> services = services(List.of(code), sight.days().lastDay(), named, language);
        return Optional.of(line(code, values, FigureStep.value(code, values.counted), null, null, services, language));
    }

    /** Whether the version has a figure, events after it gave it a value, or people may still state it. */
    static boolean has(Sight sight, String code, Map<String, Long> reported, Map<String, Long> present) {
        return reported.containsKey(code)
                || present.containsKey(code)
                || (Indicators.voluntary(code)
                        && Indicators.codes(sight.indicators()).contains(code));
    }

    private static ReportLine line(
            String code,
            Values values,
            @Nullable Long reported,
            ReportLine.@Nullable Overriding override,
            @Nullable FigureSource source,
            Map<String, String> services,
            Locale language) {
        return new ReportLine(
                code,
                FigureStep.value(code, values.derived),
                name(code, services, language),
                IndicatorTexts.unit(code, language),
                values.carried.get(code),
                reported,
                FigureStep.value(code, values.now),
                override,
                source);
    }

    /** Values by code: as the ledger gave them, what is carried, both together, and both as of the query. */
    private record Values(
            Map<String, Long> derived, Map<String, Long> carried, Map<String, Long> counted, Map<String, Long> now) {}

    private Values values(Sight sight) {
        Values values = new Values(byCode(sight.figures()), byCode(sight.carried()), reported(sight), present(sight));
        Long unassigned = values.counted.get(IndicatorTexts.UNASSIGNED);
        if (unassigned != null) {
            values.derived.put(IndicatorTexts.UNASSIGNED, unassigned);
        }
        return values;
    }

    /** The figures of the version, by code. */
    Map<String, Long> reported(Sight sight) {
        return withUnassigned(sight, sight.counted(), sight.pin().commit());
    }

    /** The figures as of the query, by code. */
    Map<String, Long> present(Sight sight) {
        return withUnassigned(sight, sight.present().all(), sight.now().commit());
    }

    private Map<String, Long> withUnassigned(Sight sight, List<Figure> figures, long commit) {
        Map<String, Long> values = byCode(figures);
        if (IndicatorTexts.codes(sight.indicators()).contains(IndicatorTexts.UNASSIGNED)) {
            values.put(IndicatorTexts.UNASSIGNED, households.count(sight, commit));
        }
        return values;
    }

    static Map<String, Long> byCode(List<Figure> figures) {
        Map<String, Long> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.code(), figure.value()));
        return values;
    }

    /** The names of the lines with these codes, by code. */
    Map<String, String> names(List<String> codes, LocalDate lastDay, long commit, Locale language) {
        Map<String, String> services = services(codes, lastDay, commit, language);
        return codes.stream().collect(Collectors.toMap(code -> code, code -> name(code, services, language)));
    }

    private static String name(String code, Map<String, String> services, Locale language) {
        String name = IndicatorTexts.name(code, language);
        return Indicators.service(code).isPresent() ? name + ": " + services.getOrDefault(code, code) : name;
    }

    /** The names of the services by the catalogue of the quarter's last day. */
    private Map<String, String> services(List<String> codes, LocalDate lastDay, long commit, Locale language) {
        if (codes.stream().noneMatch(code -> Indicators.service(code).isPresent())) {
            return Map.of();
        }
        return catalogues.on(lastDay, commit).services().stream()
                .collect(Collectors.toMap(
                        service -> Indicators.ofService(service.code().value()),
                        service -> name(service, language),
                        (first, second) -> second));
    }

    private static String name(Service service, Locale language) {
        return Language.isEnglish(language) ? service.en() : service.vi();
    }
}

package vn.soto.open.quarter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.open.disclosure.Disclosure;
import vn.soto.open.disclosure.OpenCell;
import vn.soto.open.disclosure.OpenLine;
import vn.soto.open.disclosure.QuarterTable;
import vn.soto.open.quarter.OpenQuarter.OpenRow;
import vn.soto.open.quarter.OpenQuarter.OpenVersion;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.query.period.Periods;
import vn.soto.query.report.AcceptedReports;
import vn.soto.query.report.AcceptedReports.AcceptedReport;
import vn.soto.query.unit.Units;
import vn.soto.web.Language;

/**
 * Finds the quarters that are open to everybody. A quarter of a province or city is shown as a whole, once it has reported, with the accepted reports of its communes. The period is closed there and in all of them. So all rows are decided together. Thread-safe.
 */
@Component
public final class OpenQuarters {

    /** Quarters back from now that are looked for. */
    private static final int MOST = 20;

    private static final Set<String> CODES =
            OpenLine.ALL.stream().map(OpenLine::code).collect(Collectors.toUnmodifiableSet());

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec lots;
    private final AcceptedReports reports;
    private final Units units;
    private final Periods periods;

    /** The quarters found for the same versions; nothing else decides them. */
    private final Map<Versions, OpenQuarter> known = new ConcurrentHashMap<>();

    private volatile @Nullable Latest latest;

    OpenQuarters(AcceptedReports reports, Units units, Periods periods, PersonalDataReader secrets) {
        this.lots = new SecretKeySpec(secrets.secret("open-cells"), HMAC);
        this.reports = reports;
        this.units = units;
        this.periods = periods;
    }

    private record Versions(UnitId top, Quarter quarter, List<String> hashes) {}

    /** A version of the top report with the reports of communes in it. */
    private record Whole(AcceptedReport report, List<AcceptedReport> communes) {}

    /** All quarters as they were found in a span of time. */
    private record Latest(long span, List<OpenQuarter> quarters) {}

    /**
     * The latest quarter first, then by the name of the province or city.
     *
     * @param span of time in which they are looked for once
     */
    public List<OpenQuarter> all(LocalDate today, long asOf, long span) {
        Latest found = latest;
        if (found == null || found.span != span) {
            found = new Latest(span, all(today, asOf));
            latest = found;
        }
        return found.quarters;
    }

    private List<OpenQuarter> all(LocalDate today, long asOf) {
        List<OpenQuarter> all = new ArrayList<>();
        Quarter quarter = QuarterCalendar.CALENDAR.nearest(today);
        for (int back = 0; back < MOST && !quarter.isFirst(); back++) {
            Quarter of = quarter;
            units.top(QuarterCalendar.CALENDAR.lastDay(quarter), asOf).stream()
                    .flatMap(top -> quarter(new UnitId(top.id()), of, today, asOf).stream())
                    .sorted(Comparator.comparing(each -> each.total().name()))
                    .forEach(all::add);
            quarter = quarter.previous();
        }
        return all;
    }

    private Optional<OpenQuarter> quarter(UnitId top, Quarter quarter, LocalDate today, long asOf) {
        List<AcceptedReport> versions = reports.of(top, quarter, asOf);
        if (versions.isEmpty() || !isClosed(Stream.of(top.value()), quarter, today, asOf)) {
            return Optional.empty();
        }
        List<Whole> wholes = versions.stream()
                .map(version -> new Whole(version, communes(version.content(), quarter, asOf)))
                .toList();
        Stream<String> all = wholes.stream()
                .flatMap(whole -> whole.communes.stream())
                .map(commune -> commune.unit().value())
                .distinct();
        return isClosed(all, quarter, today, asOf)
                ? Optional.of(known.computeIfAbsent(
                        new Versions(
                                top,
                                quarter,
                                versions.stream().map(AcceptedReport::hash).toList()),
                        _ -> open(quarter, wholes, asOf)))
                : Optional.empty();
    }

    private boolean isClosed(Stream<String> where, Quarter quarter, LocalDate today, long asOf) {
        Periods.KnownUnits above = periods.knownUnits(asOf);
        return where.allMatch(unit -> above.applying(_ -> List.of(unit))
                .period(quarter)
                .filter(period -> period.isClosedOn(today))
                .isPresent());
    }

    /** The reports of communes in a version, also those that reach it through a district. */
    private List<AcceptedReport> communes(Consolidated content, Quarter quarter, long asOf) {
        return content.parts().stream()
                .flatMap(part -> below(part, quarter, asOf).stream())
                .flatMap(report -> isOfCommune(report, asOf)
                        ? Stream.of(report)
                        : communes(report.content(), quarter, asOf).stream())
                .toList();
    }

    private Optional<AcceptedReport> below(ReportPart part, Quarter quarter, long asOf) {
        return part.reporter().unit().flatMap(unit -> reports.version(unit, quarter, part.version(), asOf));
    }

    private boolean isOfCommune(AcceptedReport report, long asOf) {
        return units.find(report.unit().value(), report.content().lastDay(), asOf)
                .filter(unit -> unit.kind().communal())
                .isPresent();
    }

    private OpenQuarter open(Quarter quarter, List<Whole> wholes, long asOf) {
        String about = quarter + " " + wholes.getFirst().report.unit();
        Disclosure disclosure = new Disclosure(OpenLine.ALL, cell -> lot(about, cell));
        Set<OpenCell> hidden = Set.of();
        for (Whole whole : wholes) {
            hidden = disclosure.hide(table(whole));
        }
        Whole last = wholes.getLast();
        Set<OpenCell> withheld = hidden;
        return new OpenQuarter(
                quarter,
                last.report.content().firstDay(),
                last.report.content().lastDay(),
                last.report.content().indicators(),
                wholes.subList(0, wholes.size() - 1).stream()
                        .map(whole -> version(whole.report))
                        .toList(),
                row(last.report, withheld, asOf),
                last.communes.stream()
                        .map(commune -> row(commune, withheld, asOf))
                        .sorted(Comparator.comparing(OpenRow::name, Collator.getInstance(Language.VIETNAMESE))
                                .thenComparing(OpenRow::unit))
                        .toList());
    }

    private long lot(String about, OpenCell cell) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(lots);
            String text = about + " " + cell.unit() + " " + cell.code();
            return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static QuarterTable table(Whole whole) {
        Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
        rows.put(whole.report.unit().value(), values(whole.report));
        whole.communes.forEach(commune -> rows.put(commune.unit().value(), values(commune)));
        return new QuarterTable(whole.report.unit().value(), rows);
    }

    private static Map<String, Long> values(AcceptedReport report) {
        return report.content().lines().stream()
                .filter(line -> CODES.contains(line.code()))
                .collect(Collectors.toMap(ConsolidatedLine::code, ConsolidatedLine::value));
    }

    private OpenRow row(AcceptedReport report, Set<OpenCell> hidden, long asOf) {
        String unit = report.unit().value();
        Map<String, Long> shown = new HashMap<>(values(report));
        Set<String> withheld = shown.keySet().stream()
                .filter(code -> hidden.contains(new OpenCell(unit, code)))
                .collect(Collectors.toUnmodifiableSet());
        shown.keySet().removeAll(withheld);
        String name = units.find(unit, report.content().lastDay(), asOf)
                .map(OpenUnitNames::of)
                .orElse(unit);
        return new OpenRow(unit, name, version(report), shown, withheld);
    }

    private static OpenVersion version(AcceptedReport report) {
        return new OpenVersion(report.version(), report.at(), report.hash());
    }
}

package vn.soto.query.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/** A page of what detectors point to in a unit's quarter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingsView(
        UnitId unit,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        int total,
        List<Line> findings,
        @Nullable Integer next) {

    /**
     * @param finding id, the same for the same pattern of the same member or device whenever it is asked
     * @param version of the detector
     * @param member  first helper of the records; absent if there are several
     * @param device  on which the records were entered; absent unless the detector is about devices
     * @param matches number of records that show the pattern
     * @param of      number of records that were looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @IdOf(IdKind.FINDING) String finding,
            DetectorCode detector,
            int version,
            String name,
            TeamId team,
            @Nullable MemberId member,
            @Nullable String device,
            int matches,
            int of) {

        static Line of(DetectedPattern finding, Quarter quarter, Locale language) {
            return new Line(
                    FindingId.of(finding, quarter).toString(),
                    finding.detector(),
                    finding.detector().version(),
                    DetectorTexts.name(finding.detector(), language),
                    finding.team(),
                    finding.member(),
                    finding.detector() == DetectorCode.SHARED_DEVICE ? finding.subject() : null,
                    finding.evidence().size(),
                    finding.of());
        }
    }

    static FindingsView of(
            String unit, QuarterDays days, List<DetectedPattern> all, int from, int limit, Locale language) {
        return new FindingsView(
                new UnitId(unit),
                days.quarter().toString(),
                days.firstDay(),
                days.lastDay(),
                all.size(),
                all.stream()
                        .skip(from)
                        .limit(limit)
                        .map(finding -> Line.of(finding, days.quarter(), language))
                        .toList(),
                from + limit < all.size() ? from + limit : null);
    }
}

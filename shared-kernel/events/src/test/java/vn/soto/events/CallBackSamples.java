package vn.soto.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** A sample of each event of calling back. */
final class CallBackSamples {

    private static final CallBackSampleId SAMPLE = new CallBackSampleId("019a0000-0000-7000-8000-0000000000e1");
    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final AssistanceId FIRST = new AssistanceId("019a0000-0000-7000-8000-0000000000a1");
    private static final AssistanceId SECOND = new AssistanceId("019a0000-0000-7000-8000-0000000000a2");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final MemberId MEMBER = new MemberId("member-1");

    private CallBackSamples() {}

    private static final List<CallBackStratum> STRATA =
            List.of(new CallBackStratum(TEAM, MEMBER, 2, "ab".repeat(32), List.of(SECOND, FIRST)));

    private static CallBackSampleDrawn ofAFinding(@Nullable QuarterDays days) {
        return new CallBackSampleDrawn(
                SAMPLE,
                COMMUNE,
                QUARTER,
                new CallBackSelection(TEAM, "REPEATED_HELP", 1, "team-1.2026-Q3.0123456789abcdef01234567"),
                List.of(FIRST, SECOND),
                1,
                30,
                STRATA,
                "ef".repeat(32),
                44,
                days);
    }

    private static CallBackSampleDrawn ofAll() {
        return new CallBackSampleDrawn(
                SAMPLE, COMMUNE, QUARTER, CallBackSelection.ALL, null, 1, 30, STRATA, "ef".repeat(32), 44);
    }

    static void older(Map<String, DomainEvent> samples) {
        samples.put("call-back-sample.drawn.v1", ofAFinding(null));
        samples.put("call-back-sample.drawn.v1+of-all", ofAll());
    }
}

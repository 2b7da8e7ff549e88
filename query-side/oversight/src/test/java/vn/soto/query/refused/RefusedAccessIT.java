package vn.soto.query.refused;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.privacy.refused.RefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** The readers of refused access, and its pages. */
final class RefusedAccessIT {

    private static final String ADDRESS = "/api/refused-access";
    private static final Instant NINE = Instant.parse("2026-07-01T02:00:00.123Z");

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(new EventLog());

    @Test
    void anAuditorSeesWhoLackedWhichRightLatestFirst() {
        RefusedAccessStore register = side.bean(RefusedAccessStore.class);
        register.add(new RefusedAccess("lan", "POST /api/plans", "not-allowed", NINE, NINE.plusSeconds(60), 7));
        register.add(new RefusedAccess("anh", "GET /api/members/{member}", "not-allowed", NINE, NINE, 1));
        Json auditor = new Json(side.http("AUDITOR"));

        String first = auditor.answer(ADDRESS + "?limit=1").toString();
        assertThat(first)
                .contains("account=anh", "operation=GET /api/members/{member}", "next=2")
                .doesNotContain("lan");
        assertThat(auditor.answer(ADDRESS + "?limit=1&before=2").toString())
                .contains("account=lan", "times=7", "last=2026-07-01T02:01:00.123Z")
                .doesNotContain("next=");
    }

    @Test
    void onlyAuditorsAndAdministratorsSeeIt() {
        for (String role : List.of("MEMBER", "LEADER", "OFFICER")) {
            assertThat(new Json(side.http(role)).status(ADDRESS)).as(role).isEqualTo(403);
        }
        assertThat(new Json(side.signedIn("nobody")).status(ADDRESS)).isEqualTo(403);
        assertThat(new Json(side.http("ADMINISTRATOR")).status(ADDRESS)).isEqualTo(200);
    }

    @Test
    void aPlaceThatIsNoneIsSaidSo() {
        for (String before : List.of("0", "-1", "x", "99999999999999999999")) {
            assertThat(new Json(side.http("AUDITOR")).status(ADDRESS + "?before=" + before))
                    .as(before)
                    .isEqualTo(400);
        }
    }
}

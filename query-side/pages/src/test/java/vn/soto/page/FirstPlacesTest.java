package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FirstPlacesTest {

    private final ApiAnswer me = Rendered.answer("/api/me", "/api/me", """
            {"answer":{"places":[{"href":"/api/members/m/follow-ups"},{"href":"/api/members/m/households"},
            {"href":"/api/members/m/activity"},{"href":"/api/teams/t/requests"},{"href":"/api/teams/t"},
            {"href":"/api/teams/t/reports/2026-Q4"},{"href":"/api/corrections?team=t"},{"href":"/api/unknown"}]}}""");

    @Test
    void theFrameShowsTheHomeThePlacesThatMatterMostAndTheWayToAll() {
        assertThat(FirstPlaces.of(Rendered.context("/", me)))
                .extracting(FirstPlaces.Place::name)
                .containsExactly("Hôm nay", "Tổ của tôi", "Báo cáo quý", "Yêu cầu", "Lịch hẹn", "Tất cả");
    }

    @Test
    void thePlaceThatThePageIsAtIsMarked() {
        assertThat(FirstPlaces.of(Rendered.context("/teams/t?asOf=7", me)))
                .filteredOn(FirstPlaces.Place::current)
                .extracting(FirstPlaces.Place::href)
                .containsExactly("/teams/t?asOf=7");
    }
}

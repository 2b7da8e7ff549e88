package vn.soto.page.me;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Rendered;

final class MePageTest {

    private final ApiAnswer me = Rendered.answer("/api/me", "/api/me", """
            {"answer":{"account":"officer","holder":"demo-officer","on":"2026-11-26","others":[{"account":"lan-2","since":"2026-11-20"}],"places":[],"rights":[
             {"role":"OFFICER","everywhere":false,"unit":"u-1","from":"2025-07-01","cause":"GRANT","may":["FIGURES","DATA_REQUESTS"]}],
             "coming":[{"role":"LEADER","everywhere":false,"team":"t-1","from":"2026-12-01","until":"2026-12-31","cause":"LEADERSHIP","may":[]}]},
             "links":{"ids":{"unit":{"u-1":{"href":"/api/units/u-1","name":"Bàu Bàng"}}}}}""");

    private String page(ApiAnswer signIn) {
        return new Rendered(new MePage()).html(me, Rendered.context("/me", me), _ -> signIn);
    }

    @Test
    void aRightSaysWhereSinceWhenAndWhy() {
        assertThat(page(Rendered.refused("/api/me/sign-in")))
                .contains(
                        "<a href=\"/units/u-1\"",
                        ">Bàu Bàng</a>",
                        "01/07/2025",
                        "Được giao",
                        "xem số liệu",
                        "yêu cầu về dữ liệu cá nhân");
    }

    @Test
    void aRightOfALaterDayStandsBesideThoseOfToday() {
        assertThat(page(Rendered.refused("/api/me/sign-in")))
                .contains("Quyền có từ ngày sau", "01/12/2026 – 31/12/2026: tổ trưởng");
    }

    @Test
    void anotherAccountOfThePersonStandsThere() {
        assertThat(page(Rendered.refused("/api/me/sign-in")))
                .contains("Tài khoản khác của tôi", "lan-2, từ 20/11/2026");
    }

    @Test
    void howToSignInIsShownWherePasswordsAreKept() {
        assertThat(page(Rendered.answer("/api/me/sign-in", "/api/me/sign-in", """
                {"account":"officer","name":"officer","mustChangePassword":false,"secondFactor":"none","pin":true,"recoveryCodes":0}""")))
                .contains(
                        "data-account=\"/api/me/password\"",
                        "data-account=\"/api/me/pin\"",
                        "data-remove=\"/api/me/pin/remove\"",
                        "action=\"/sign-out-everywhere\"",
                        "data-begin=\"/api/me/second-factor\"");
        assertThat(page(Rendered.refused("/api/me/sign-in"))).doesNotContain("data-account");
    }

    @Test
    void aSecondFactorThatIsSetIsRemovedWithThePassword() {
        assertThat(page(Rendered.answer("/api/me/sign-in", "/api/me/sign-in", """
                {"account":"officer","name":"officer","secondFactor":"set","pin":false,"recoveryCodes":8}""")))
                .contains("data-account=\"/api/me/second-factor/remove\"")
                .doesNotContain("data-factor");
    }
}

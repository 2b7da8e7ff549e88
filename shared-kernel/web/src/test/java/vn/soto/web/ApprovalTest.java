package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ApprovalTest {

    @Test
    void saysWhoMayApprove() {
        List<String> roles = List.of("OFFICER", "ADMINISTRATOR");

        assertThat(Approval.of(roles, true, Language.VIETNAMESE).text())
                .contains("vai trò cán bộ xã, phường hoặc quản trị viên phải duyệt")
                .doesNotContain("chưa biết");
        assertThat(Approval.of(roles, true, Locale.ENGLISH).text())
                .contains("the role officer or administrator must")
                .doesNotContain("nobody");
    }

    @Test
    void saysThatNobodyElseIsKnown() {
        List<String> roles = List.of("ADMINISTRATOR");

        assertThat(Approval.of(roles, false, Language.VIETNAMESE).text()).contains("chưa biết ai khác");
        assertThat(Approval.of(roles, false, Locale.ENGLISH).text()).contains("nobody else was known");
    }
}

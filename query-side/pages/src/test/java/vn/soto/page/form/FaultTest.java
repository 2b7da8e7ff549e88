package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.form.FormState.Fault;

final class FaultTest {

    @Test
    void namesWhomTheReaderChoseAndNobodyElse() {
        Map<String, Chooser> choosers = Map.of(
                "candidate.id",
                new Chooser(List.of(Option.of("m-1", "Bùi Văn $1")), List.of(), "", false, false, "member", false));

        assertThat(new Fault("candidate", "m-1 chưa đủ điều kiện, m-12 và am-1 cũng vậy.", "")
                        .naming(choosers)
                        .text())
                .isEqualTo("Bùi Văn $1 chưa đủ điều kiện, m-12 và am-1 cũng vậy.");
    }
}

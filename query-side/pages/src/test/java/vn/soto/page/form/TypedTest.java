package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a form as a browser sends them. */
final class TypedTest {

    @Test
    void whatWasTypedIsReadAsItWasTyped() {
        String name = "Nguyễn Thị Lan & 50% +1";
        Typed typed = Typed.read("name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "&helpers=a&helpers=b&helpers=&members.0.member=x&members.3.member=y&empty=&bare");

        assertThat(typed.text("name")).isEqualTo(name);
        assertThat(typed.all("helpers")).containsExactly("a", "b");
        assertThat(typed.rows("members")).containsExactly(0, 3);
        assertThat(typed.has("empty")).isTrue();
        assertThat(typed.isFilled("empty")).isFalse();
        assertThat(typed.isFilled("members")).isTrue();
        assertThat(typed.text("nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%4", "a=%", "%=1", "a=%ff", "a=%c3", "a=%ed%a0%80"})
    void aBrokenEscapeIsNoForm(String sent) {
        assertThatThrownBy(() -> Typed.read(sent)).isInstanceOf(Typed.UnreadableException.class);
    }

    @Test
    void aFormHasNoMoreFieldsThanAPageOfRecords() {
        assertThatThrownBy(() -> Typed.read("a=1&".repeat(5_001))).isInstanceOf(Typed.UnreadableException.class);
        assertThat(Typed.read("a=1&".repeat(5_000)).all("a")).containsExactly("1");
    }

    @Test
    void whatIsKnownFillsInWhatWasNotShown() {
        Typed typed = Typed.read("shown=&said=a")
                .orElse(java.util.Map.of(
                        "shown", java.util.List.of("x"),
                        "said", java.util.List.of("x"),
                        "absent", java.util.List.of("x")));

        assertThat(typed.text("shown")).as("left empty on purpose").isEmpty();
        assertThat(typed.text("said")).isEqualTo("a");
        assertThat(typed.text("absent")).isEqualTo("x");
    }
}

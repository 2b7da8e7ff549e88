package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChooserTest {

    @Test
    void whatIsChosenStandsOnceHoweverTheListTellsItFromOthers() {
        Option chosen = new Option("t-1", "Tổ khu phố 2", "Khu phố 2");
        Option listed = new Option("t-1", "Tổ khu phố 2", "Khu phố 2 · 30/10/2024");
        Option other = Option.of("t-2", "Tổ khu phố 3");

        assertThat(new Chooser(List.of(chosen), List.of(listed, other), "", false, false, "team", false).all())
                .containsExactly(chosen, other);
    }
}

package vn.soto.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.domain.DomainModel;

final class ReasonListTest {

    @Test
    void everyCommandWithAReasonHasAList() {
        for (Class<? extends Command> command : DomainModel.commands()) {
            assertThat(ReasonList.of(command).isPresent())
                    .as(command.getName())
                    .isEqualTo(HasReason.class.isAssignableFrom(command));
        }
    }

    @Test
    void everyCodeIsOfferedAndPassesAsAReason() {
        Set<ReasonCode> offered = EnumSet.noneOf(ReasonCode.class);
        for (ReasonList list : ReasonList.values()) {
            assertThat(list.codes()).doesNotHaveDuplicates().endsWith(ReasonCode.OTHER);
            offered.addAll(list.codes());
        }
        assertThat(offered).containsExactlyInAnyOrder(ReasonCode.values());
        offered.forEach(code -> assertThatNoException().isThrownBy(() -> FreeText.checkReason(code.name())));
    }
}

package vn.soto.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.ledger.EventType;

final class EventRegistryTest {

    sealed interface Twice extends DomainEvent {
        @StoredAs("a.happened.v1")
        record One(Set<String> tags) implements Twice {}

        @StoredAs("a.happened.v1")
        record Other(Set<String> tags) implements Twice {}
    }

    record Nameless(Set<String> tags) implements DomainEvent {}

    @StoredAs("AHappened")
    record IllNamed(Set<String> tags) implements DomainEvent {}

    @Test
    void splitsTheStoredNameIntoNameAndRevision() {
        assertThat(EventRegistry.product().typeOf(TeamFormed.class)).isEqualTo(new EventType("team.formed", "1"));
        assertThat(EventRegistry.product().find(new EventType("team.formed", "1")))
                .isEqualTo(TeamFormed.class);
    }

    @Test
    void holdsEveryEventOfTheProduct() {
        assertThat(EventRegistry.product().types()).hasSize(17 + 5 + 6);
    }

    @Test
    void refusesAVocabularyWithoutClearNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRegistry.of(List.of(Twice.class)))
                .withMessage("a.happened.v1 is the stored name of two events");
        assertThatIllegalArgumentException().isThrownBy(() -> EventRegistry.of(List.of(Nameless.class)));
        assertThatIllegalArgumentException().isThrownBy(() -> EventRegistry.of(List.of(IllNamed.class)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRegistry.of(List.of(DomainEvent.class)))
                .withMessageContaining("neither sealed nor a record");
    }
}

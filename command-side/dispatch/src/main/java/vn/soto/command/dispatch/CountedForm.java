package vn.soto.command.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.TeamParts;
import vn.soto.events.stored.Input;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValue;
import vn.soto.events.stored.StoredValues;

/** Counted events and teams as bytes, which only this version of the program reads. Thread-safe. */
final class CountedForm {

    private static final String NO_ID = "";

    private final StoredValue events;
    private final StoredValue parts;

    CountedForm() {
        StoredValues forms = new StoredValues();
        this.events = forms.of(CountedEvents.class, List.of());
        this.parts = forms.of(TeamParts.class, List.of());
    }

    byte[] bytes(CountedEvents some) {
        Output to = new Output().begin(NO_ID);
        events.write(some, to);
        return to.bytes();
    }

    CountedEvents events(byte[] bytes) {
        return (CountedEvents) Objects.requireNonNull(events.read(new Input(NO_ID, bytes)));
    }

    byte[] bytes(CountedTeam team) {
        Output to = new Output().begin(NO_ID);
        to.signed(team.last());
        parts.write(team.parts().isPresent() ? team.parts().get() : null, to);
        return to.bytes();
    }

    CountedTeam team(byte[] bytes) {
        Input from = new Input(NO_ID, bytes);
        return new CountedTeam(from.signed(), Optional.ofNullable((TeamParts) parts.read(from)));
    }
}

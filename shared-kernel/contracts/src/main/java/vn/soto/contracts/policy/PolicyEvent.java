package vn.soto.contracts.policy;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.KnownSince;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of the province's policy. */
public sealed interface PolicyEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("policy");
    }

    /** Changes what applies from which day on. */
    default void change(DayHistory<PolicyAdopted> versions) {
        switch (this) {
            case PolicyAdopted adopted -> versions.put(adopted.effectiveFrom(), adopted);
            case PolicyWithdrawn withdrawn -> versions.removeIf(withdrawn::corrects);
        }
    }

    /**
     * Days after the last day of a quarter on which its reports are due. They are those of the version that held on that day
     * by what was recorded by then, so nothing recorded later changes them. Empty if there was none.
     */
    static OptionalInt dueDays(Stream<KnownSince<PolicyEvent>> recorded, LocalDate lastDay) {
        return DayHistory.of(recorded.filter(known -> known.by(lastDay)).map(KnownSince::event), PolicyEvent::change)
                .at(lastDay)
                .map(adopted -> OptionalInt.of(adopted.terms().reportDueDays()))
                .orElse(OptionalInt.empty());
    }

    /**
     * A new version of the terms. It applies from {@code effectiveFrom} until a later version does.
     *
     * @param version  1 for the first; each adopted version has the next number
     * @param adoption by how many persons; absent in version 1 of the event
     */
    @StoredAs("policy.adopted.v5")
    record PolicyAdopted(
            int version,
            Terms terms,
            Instrument instrument,
            LocalDate effectiveFrom,
            @Nullable Adoption adoption) implements PolicyEvent {}

    /** A version applies on no day; until the next one, that before it does. */
    @StoredAs("policy.withdrawn.v1")
    record PolicyWithdrawn(int version) implements PolicyEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof PolicyAdopted adopted && adopted.version() == version;
        }
    }
}

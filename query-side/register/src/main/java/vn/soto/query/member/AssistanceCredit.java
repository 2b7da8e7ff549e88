package vn.soto.query.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceCare;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/** The part of a record of help that concerns its members, with a version after each event, oldest first. */
public record AssistanceCredit(@BsonId String id, List<Version> versions) implements ReadModel {

    static final DocumentType<AssistanceCredit> KIND = new DocumentType<>("credited", AssistanceCredit.class);

    /**
     * The content of a record that enters its members' figures.
     *
     * @param outcome      by the last follow-up, or of the content
     * @param verification result of the last verification call; absent before the first
     * @param confirmation of help that its helper entered when no member any more; absent where none is needed
     */
    public record Said(
            Mode mode,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification verification,
            @Nullable Confirmation confirmation) {

        static Said of(AssistanceState state) {
            return new Said(
                    state.content().mode(), state.outcome(), state.late(), state.verification(), state.confirmation());
        }
    }

    /**
     * A follow-up that is due.
     *
     * @param position position of the event that made it due; {@code commit} is that event's commit
     * @param routed   whether it is due because the household passed to the member
     */
    public record Due(long position, long commit, String member, LocalDate on, boolean routed) {

        /** Without a planned day, the follow-up is due on the day of recording. */
        static Due of(AssistanceCare.Due due, EventContext at) {
            return new Due(
                    at.position(),
                    at.commit(),
                    due.member().value(),
                    Objects.requireNonNullElseGet(due.on(), () -> VietnamTime.day(at.at())),
                    due.routed());
        }
    }

    /**
     * @param position position of the event that made the version; {@code commit} is that event's commit
     * @param due      follow-up that is due; absent if there is none
     */
    public record Version(
            long position,
            long commit,
            AssistanceState state,
            @Nullable Due due) {

        static Version first(AssistanceEvent event, EventContext at) {
            return of(AssistanceState.first(event), null, at);
        }

        Version after(AssistanceEvent event, EventContext at) {
            return of(state.after(event), this, at);
        }

        private static Version of(AssistanceState state, @Nullable Version before, EventContext at) {
            AssistanceCare.Due due = state.care().due();
            if (before != null && Objects.equals(due, before.state.care().due())) {
                return new Version(at.position(), at.commit(), state, before.due);
            }
            return new Version(at.position(), at.commit(), state, due == null ? null : Due.of(due, at));
        }

        /** Whether two versions give members the same figures. */
        boolean countsAs(Version other) {
            return state.helpers().equals(other.state.helpers())
                    && Said.of(state).equals(Said.of(other.state))
                    && state.content().occurredAt().equals(other.state.content().occurredAt())
                    && state.voided() == other.state.voided();
        }
    }

    Optional<Version> before(long position) {
        return versions.stream().filter(version -> version.position < position).reduce((a, b) -> b);
    }

    AssistanceCredit with(Version version) {
        return new AssistanceCredit(id, VersionedRows.with(versions, version, Version::position));
    }
}

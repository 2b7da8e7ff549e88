package vn.soto.query.assistance;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceCare;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/**
 * A record of help with a version after each event that changes its counted content, oldest first.
 *
 * @param cares how it is looked after, where a version does not say it; empty for nearly all records
 */
public record Assistance(@BsonId String id, List<Version> versions, List<Care> cares) implements ReadModel {

    public static final DocumentType<Assistance> KIND = new DocumentType<>("assistance", Assistance.class);

    /** Documents of the program's versions before have no {@code cares}, and are projected again. */
    @SuppressWarnings("ConstantValue")
    public Assistance {
        cares = cares == null ? List.of() : cares;
    }

    /**
     * The content of a record and its flags.
     *
     * @param outcome      by the last follow-up, or of the content
     * @param verification result of the last verification call; absent before the first
     */
    public record Said(
            List<String> services,
            List<ServiceCategory> categories,
            Channel channel,
            Mode mode,
            AssistanceOutcome outcome,
            boolean late,
            @Nullable Verification verification) {}

    /** @param position position of the event that made the version; {@code commit} is that event's commit */
    public record Version(long position, long commit, AssistanceState state) implements Stamped {

        public boolean voided() {
            return state.voided();
        }

        public String unit() {
            return state.beneficiary().unit().value();
        }

        @Nullable
        public String household() {
            HouseholdId household = state.beneficiary().household();
            return household == null ? null : household.value();
        }

        /** The household's id, or {@code business:} and the business's id; absent for a walk-in. */
        @Nullable
        public String helped() {
            return helped(state.beneficiary());
        }

        public static @Nullable String helped(Beneficiary beneficiary) {
            if (beneficiary.household() != null) {
                return beneficiary.household().value();
            }
            return beneficiary.business() == null ? null : "business:" + beneficiary.business();
        }

        public Said said() {
            AssistanceContent content = state.content();
            return new Said(
                    content.services().stream().map(code -> code.value()).toList(),
                    state.categories(),
                    content.channel(),
                    content.mode(),
                    state.outcome(),
                    state.late(),
                    state.verification());
        }
    }

    /**
     * The care that members owe from an event on. A version has neither the first day of a follow-up nor to whom the record was routed.
     *
     * @param position position of the event; {@code commit} is its commit
     */
    public record Care(long position, long commit, AssistanceCare care, AssistanceCredit.@Nullable Due due)
            implements Stamped {}

    /** Before its first event. */
    public static Assistance none(String id) {
        return new Assistance(id, List.of(), List.of());
    }

    /** The record before an event, with what its members owe. */
    public Optional<AssistanceCredit> creditBefore(long position) {
        Optional<Care> care = VersionedRows.before(cares, position);
        return before(position)
                .map(version -> care.map(known -> new AssistanceCredit(version.state.caredFor(known.care), known.due))
                        .orElseGet(() -> new AssistanceCredit(version.state, null)));
    }

    /** @param credit after an event, whose version is here already */
    public Assistance with(AssistanceCredit credit, EventContext at) {
        AssistanceCare care = credit.state().care();
        boolean said = credit.due() == null
                && VersionedRows.before(cares, at.position()).isEmpty()
                && before(at.position() + 1)
                        .filter(version -> version.state.care().equals(care))
                        .isPresent();
        Care own = new Care(at.position(), at.commit(), care, credit.due());
        return said ? this : new Assistance(id, versions, VersionedRows.with(cares, own));
    }

    public Optional<Version> asOf(long commit) {
        return VersionedRows.last(versions, commit);
    }

    /** The version since which the record gives its members the figures that it gives them as of a commit. */
    public Optional<Version> creditedSince(long commit) {
        Version since = null;
        for (Version version : versions) {
            if (version.commit <= commit && (since == null || !isCreditedAs(since.state, version.state))) {
                since = version;
            }
        }
        return Optional.ofNullable(since);
    }

    private static boolean isCreditedAs(AssistanceState one, AssistanceState other) {
        return one.helpers().equals(other.helpers())
                && AssistanceCredit.Said.of(one).equals(AssistanceCredit.Said.of(other))
                && one.content().occurredAt().equals(other.content().occurredAt())
                && one.voided() == other.voided();
    }

    public Optional<Version> before(long position) {
        return VersionedRows.before(versions, position);
    }

    public Assistance with(Version version) {
        return new Assistance(id, VersionedRows.with(versions, version), cares);
    }
}

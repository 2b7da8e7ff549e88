package vn.soto.query.assistance;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
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
import vn.soto.projection.VersionedRows;

/** A record of help with a version after each event that changes its counted content, oldest first. */
public record Assistance(@BsonId String id, List<Version> versions) implements ReadModel {

    public static final DocumentType<Assistance> KIND = new DocumentType<>("assistance", Assistance.class);

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
    public record Version(long position, long commit, AssistanceState state) {

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

    public Optional<Version> asOf(long commit) {
        return versions.stream().filter(version -> version.commit <= commit).reduce((a, b) -> b);
    }

    public Optional<Version> before(long position) {
        return versions.stream().filter(version -> version.position < position).reduce((a, b) -> b);
    }

    public Assistance with(Version version) {
        return new Assistance(id, VersionedRows.with(versions, version, Version::position));
    }
}

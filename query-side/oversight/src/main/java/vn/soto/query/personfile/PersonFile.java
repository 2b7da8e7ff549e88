package vn.soto.query.personfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.datarequest.DataRequestView;
import vn.soto.query.person.Person;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.subject.Linked;

/**
 * All that is recorded about one person.
 *
 * @param subject      such as {@code household:<id>}
 * @param person       present contact data; absent if none were recorded
 * @param erasure      absent unless the data are erased
 * @param restriction  absent unless processing is restricted
 * @param consents     given, corrected, withdrawn and missed, oldest first
 * @param dataRequests of the person, latest first
 * @param stands       things in which the person is recorded
 * @param reports      submitted reports of teams that count the person
 * @param events       those from {@code from} on, oldest first
 * @param total        number of all events that name the person
 * @param reads        readers of the person's data, latest first
 * @param next         {@code from} of the next events; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonFile(
        @IdOf(IdKind.PERSON) String subject,
        SubjectKind kind,
        @Nullable Person person,
        @Nullable Erasure erasure,
        @Nullable Restriction restriction,
        List<ConsentLine> consents,
        List<DataRequestView> dataRequests,
        List<RecordedPlace> stands,
        List<CountingReport> reports,
        List<FileEvent> events,
        int total,
        List<Read> reads,
        @Nullable Long next) {

    /** @param keptUntil last day of the policy's period of keeping; absent for another basis */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Erasure(
            ErasureBasis basis,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @Nullable LocalDate keptUntil) {}

    /** @param dataRequest request for it; absent if there was another cause */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Restriction(
            LocalDate since,
            @Nullable DataRequestId dataRequest,
            @IdOf(IdKind.COMMIT) long commit) {}

    /** The change of a consent. */
    enum ConsentChange {
        GIVEN,
        CORRECTED,
        WITHDRAWN,
        WITHDRAWAL_TAKEN_BACK,
        MISSING
    }

    /**
     * @param textVersion version of the text that was heard or signed; it, the method and the witness are absent where nobody
     *                    consented
     * @param heardBy     pseudonym of the member who was the witness
     * @param day         of the consent, of its withdrawal, or of the action that lacked it
     * @param entered     day as entered before, of a correction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentLine(
            ConsentPurpose purpose,
            ConsentChange change,
            @Nullable Integer textVersion,
            @Nullable ConsentMethod method,
            @Nullable String heardBy,
            LocalDate day,
            @Nullable LocalDate entered,
            @IdOf(IdKind.COMMIT) long commit,
            Instant recorded,
            @Doer String by) {}

    /**
     * @param in     kind of what the person is recorded in
     * @param events number of events there that name the person
     */
    record RecordedPlace(IdKind in, String id, int events) implements Linked {

        @Override
        public IdKind linkedKind() {
            return in;
        }

        @Override
        public String linkedId() {
            return id;
        }
    }

    /** @param figures codes of the figures that count the person */
    record CountingReport(TeamId team, String quarter, int version, List<String> figures) {}

    /** @param question address that was asked */
    record Read(Instant at, @IdOf(IdKind.ACCOUNT) String account, String role, String question) {}

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "PersonFile[" + subject + "]";
    }
}

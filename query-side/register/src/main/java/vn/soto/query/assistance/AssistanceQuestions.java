package vn.soto.query.assistance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.AccountPersons;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.policy.OwnRecords;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

@RestController
record AssistanceQuestions(
        Histories histories, EventCodec codec, CommitReasons reasons, OwnRecords own, AccountPersons persons) {

    private static final List<String> CORRECTIONS = List.of("correct-assistance", "void-assistance");

    @Query(at = "/api/assistances/{assistance}", right = EndpointRight.RECORDS, of = "assistance")
    AssistanceView assistance(Asked asked, @PathVariable String assistance) {
        Locale language = asked.language();
        AssistanceView found = find(assistance, asked.asOf(), commit -> reasons.of(commit, language))
                .orElseThrow(() -> QueryProblemException.absent("assistance", assistance));
        asked.refusedNow(own.refuse(
                found.stage()
                        .refusals()
                        .until(
                                !found.stage().unconfirmed() || mayConfirm(found, asked.asOf()),
                                "ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE",
                                List.of(),
                                "confirm-assistance"),
                new OwnRecords.Correctable(IdKind.ASSISTANCE, assistance, AssistanceStated.class, CORRECTIONS),
                asked));
        return found;
    }

    /** Neither whoever entered it, nor who could sign in as that account then, nor a helper. */
    private boolean mayConfirm(AssistanceView found, long asOf) {
        Reader reader = Reader.current();
        LinkedPerson person = reader.rights().person();
        return found.versions().stream()
                        .filter(version -> version.event().startsWith("assistance.flagged-unconfirmed"))
                        .noneMatch(entered ->
                                persons.asOf(asOf).couldActAs(reader.account(), entered.who(), entered.recorded()))
                && (person == null
                        || found.statement().helpers().stream()
                                .noneMatch(each -> each.member().equals(person.member())));
    }

    private Optional<AssistanceView> find(String assistance, long asOf, Function<Commit, CommitReasons.Shown> shown) {
        AssistanceViewBuilder dossier = new AssistanceViewBuilder(shown);
        histories.of(assistance, asOf).forEach(body -> decode(body).ifPresent(event -> dossier.on(event, body)));
        return dossier.view();
    }

    /** Skips events of other versions of the product and events that are no part of a record of help. */
    private Optional<AssistanceEvent> decode(Body body) {
        try {
            return codec.decode(body.event().type(), body.event().payload()) instanceof AssistanceEvent event
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (EventException e) {
            return Optional.empty();
        }
    }
}

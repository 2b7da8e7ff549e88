package vn.soto.query.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.access.AccountRights;
import vn.soto.query.access.AccountRights.OtherAccount;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.query.reading.HeldRights;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.EndpointRight;

/** Answers accounts about themselves, as of now: a moment asked about does not change what one may do today. */
@RestController
record MeQuestions(Persons persons, Navigation navigation, Explanations explanations, AccountRights accounts) {

    /**
     * The rights of an account.
     *
     * @param on      day of the rights: today
     * @param quarter the current one where the first right reaches that is about a team or a unit, otherwise in the topmost unit
     * @param granted whether the ledger says so; otherwise sign-in does, because the ledger has no grant yet
     * @param member  member whom the account belongs to; absent, like {@code holder}, if it is linked to nobody
     * @param holder  holder of an office whom the account belongs to
     * @param name    name of the member, if it may be shown; absent for a page, which calls the member by name
     * @param coming  rights of later days, by what is decided already
     * @param others  other accounts of the same person, which somebody may have linked without asking
     * @param places  first places to go
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            @IdOf(IdKind.ACCOUNT) String account,
            LocalDate on,
            String quarter,
            boolean granted,
            @Nullable MemberId member,
            @Nullable String holder,
            @Nullable String name,
            List<RightView> rights,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RightView> coming,
            List<OtherAccount> others,
            List<Navigation.Destination> places) {}

    /** The account that asks: whose it is, its rights with their areas, days and causes, and where it goes first. */
    @Query(at = "/api/me", right = EndpointRight.OWN_ACCOUNT)
    Me me(Asked asked) {
        Locale language = asked.language();
        return me(Reader.current(), asked, asked.asOf(), language);
    }

    private Me me(Reader reader, Asked asked, long asOf, Locale language) {
        HeldRights held = reader.rights();
        LinkedPerson person = held.person();
        MemberId member = person == null ? null : person.member();
        LocalDate today = held.rights().day();
        Scope place = held.all().stream()
                .map(Right::scope)
                .filter(scope -> scope instanceof Scope.OfTeam || scope instanceof Scope.InUnit)
                .findFirst()
                .orElse(Scope.EVERYWHERE);
        return new Me(
                reader.asker().account(),
                today,
                navigation.quarter(place, today, asOf),
                held.granted(),
                member,
                person == null || person.holder() == null
                        ? null
                        : person.holder().value(),
                asked.forPage() ? null : name(person, asOf),
                held.all().stream().map(right -> RightView.of(right, held)).toList(),
                held.granted() ? coming(reader, today, asOf) : List.of(),
                person == null
                        ? List.of()
                        : accounts.others(new AccountId(reader.asker().account()), person, today, asOf),
                navigation.places(reader, member == null ? null : member.value(), asOf, language));
    }

    private List<RightView> coming(Reader reader, LocalDate today, long asOf) {
        Optional<AccountState> account = Optional.of(reader.asker().account())
                .filter(AccountId::isWellFormed)
                .flatMap(known -> accounts.state(new AccountId(known), asOf));
        return account.stream()
                .flatMap(state -> accounts.coming(state, today, asOf).stream()
                        .map(coming -> RightView.of(
                                coming.right(), new HeldRights.Days(coming.from(), until(coming.right(), state)))))
                .toList();
    }

    private static @Nullable LocalDate until(Right right, AccountState account) {
        return right.cause() instanceof Right.Cause.Granted(var grant)
                ? account.grant(grant).orElseThrow().until()
                : null;
    }

    private @Nullable String name(@Nullable LinkedPerson person, long asOf) {
        Optional<Person> found =
                person == null || person.member() == null ? Optional.empty() : own(Subject.of(person.member()), asOf);
        return found.isPresent() ? found.get().name() : null;
    }

    private Optional<Person> own(Subject self, long asOf) {
        return Reader.current().onBehalfOf(self).answered(() -> persons.find(self, asOf));
    }

    /**
     * The reasons why the asking account may or may not ask the question at {@code address}, a path of this API with
     * its parameters. With {@code command} they are about sending that command about {@code target}, such as
     * {@code household:<id>}. Without either, they are about this question.
     */
    @Query(at = "/api/me/why", right = EndpointRight.OWN_ACCOUNT)
    Explanation why(
            Asked asked,
            @RequestParam Optional<String> address,
            @RequestParam Optional<String> command,
            @RequestParam Optional<String> target) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        return command.isPresent()
                ? explanations.ofCommand(command.get(), target, asOf, language)
                : explanations.ofQuestion(address.orElse("/api/me"), asOf, language);
    }
}

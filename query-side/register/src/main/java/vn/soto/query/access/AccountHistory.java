package vn.soto.query.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.ledger.Commit;
import vn.soto.query.access.AccountView.DayStatus;
import vn.soto.query.access.AccountView.DecisionLine;
import vn.soto.query.access.AccountView.GrantLine;
import vn.soto.query.access.AccountView.LinkLine;
import vn.soto.query.access.AccountView.WithinUnit;

/** The events of one account with the commits that decided them, folded. */
final class AccountHistory {

    private final Function<Commit, DecisionLine> decisions;
    private final Map<GrantId, List<DecisionLine>> ofGrants = new LinkedHashMap<>();
    private final List<List<DecisionLine>> ofLinks = new ArrayList<>();
    private AccountState state;

    /** @param decisions line shown for a commit */
    AccountHistory(AccountId account, Function<Commit, DecisionLine> decisions) {
        this.state = AccountState.blank(account);
        this.decisions = decisions;
    }

    void add(AccessEvent event, Commit commit) {
        List<AccountState.Link> before = state.links();
        state = state.after(event);
        DecisionLine decision = decisions.apply(commit);
        switch (event) {
            case RoleGranted granted -> ofGrant(granted.grant()).add(decision);
            case GrantEnded ended -> ofGrant(ended.grant()).add(decision);
            case GrantCorrected corrected -> ofGrant(corrected.grant()).add(decision);
            case AccountLinked _ -> ofLinks.add(new ArrayList<>(List.of(decision)));
            case AccountLinkConfirmed _, AccountUnlinked _ -> changed(before, decision);
            case AccountLocked _,
                    AccountUnlocked _,
                    AccountReset _,
                    AccountConfirmed _,
                    DeviceLocked _,
                    DeviceUnlocked _ -> {
                // Neither a grant nor a link; the timeline of the account shows them.
            }
        }
    }

    /** The decision is shown under the links that it changed; the first confirmation is part of the link. */
    private void changed(List<AccountState.Link> before, DecisionLine decision) {
        for (int link = 0; link < before.size(); link++) {
            List<DecisionLine> of = ofLinks.get(link);
            if (!before.get(link).equals(state.links().get(link))
                    && !of.getFirst().equals(decision)) {
                of.add(decision);
            }
        }
    }

    private List<DecisionLine> ofGrant(GrantId grant) {
        return ofGrants.computeIfAbsent(grant, id -> new ArrayList<>());
    }

    AccountState state() {
        return state;
    }

    List<GrantLine> grants(LocalDate day) {
        return state.grants().stream().map(grant -> line(grant, day)).toList();
    }

    private GrantLine line(AccountState.Grant grant, LocalDate day) {
        List<DecisionLine> decided = ofGrant(grant.id());
        Instrument instrument = grant.instrument();
        return new GrantLine(
                grant.id().value(),
                grant.role(),
                grant.area().unit(),
                grant.area().organisation(),
                grant.from(),
                grant.until(),
                DayStatus.on(day, grant.from(), grant.until()),
                grant.approval(),
                instrument == null ? null : instrument.number(),
                instrument == null ? null : instrument.signedOn(),
                decided.getFirst(),
                decided.stream().skip(1).toList());
    }

    List<LinkLine> links(LocalDate day) {
        return IntStream.range(0, state.links().size())
                .mapToObj(index -> line(state.links().get(index), ofLinks.get(index), day))
                .toList();
    }

    private static LinkLine line(AccountState.Link link, List<DecisionLine> decided, LocalDate day) {
        return new LinkLine(
                link.person().member(),
                AccountLine.text(link.person().holder()),
                link.from(),
                link.until(),
                DayStatus.on(day, link.from(), link.until()),
                link.holdsEverywhere() ? null : within(link),
                decided.getFirst(),
                decided.stream().skip(1).toList());
    }

    private static List<WithinUnit> within(AccountState.Link link) {
        return Objects.requireNonNullElse(link.within(), List.<Area>of()).stream()
                .flatMap(area -> Stream.ofNullable(area.unit()))
                .map(unit -> new WithinUnit(unit))
                .toList();
    }
}

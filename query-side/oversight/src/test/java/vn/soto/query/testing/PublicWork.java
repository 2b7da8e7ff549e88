package vn.soto.query.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * The sample's outreach and requests, from a random source of their own, so that the other events of the year do not
 * depend on them.
 */
public final class PublicWork {

    public static final Sealed SEALED = new Sealed("AAECAwQFBgcICQoLDA0ODw_-");

    private final Sample sample;
    private final Random random;
    private final List<Line> waiting = new ArrayList<>();
    private final List<Line> taken = new ArrayList<>();
    private final List<Line> closed = new ArrayList<>();
    private final List<OutreachScheduled> planned = new ArrayList<>();
    private final List<OutreachScheduled> held = new ArrayList<>();
    private final Map<CommunityGroupId, TeamId> groups = new HashMap<>();
    private int ids;

    /** The current state of a request. */
    private record Line(
            SupportRequestId request,
            UnitId unit,
            LocalDate dueOn,
            @Nullable SupportRequestTaken taken) {}

    PublicWork(Sample sample, long seed) {
        this.sample = sample;
        this.random = new Random(~seed);
    }

    void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> receive();
            case 2, 3, 4 -> take();
            case 5 -> release();
            case 6 -> resolve();
            case 7 -> close();
            case 8 -> schedule();
            case 9 -> changePlan();
            case 10 -> hold();
            case 11 -> changeHeld();
            case 12 -> group();
            default -> {
                // nothing for the public this time
            }
        }
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T takeAny(List<T> from) {
        return from.isEmpty() ? null : from.remove(random.nextInt(from.size()));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(200));
    }

    private void receive() {
        UnitId unit = random.nextBoolean() ? sample.residential.getFirst() : any(sample.residential);
        LocalDate day = day();
        SupportRequestReceived received = new SupportRequestReceived(
                new SupportRequestId("r-" + ids++),
                unit,
                null,
                any(List.of(RequestSource.values())),
                List.of(any(List.of(ServiceCategory.values()))),
                day,
                day.plusDays(5),
                random.nextBoolean() ? SEALED : null,
                SEALED,
                null);
        waiting.add(new Line(received.request(), unit, received.dueOn(), null));
        sample.scribe.write(received);
    }

    private void take() {
        Line line = takeAny(waiting);
        if (line != null) {
            List<TeamId> teams = sample.teams.stream()
                    .filter(team -> sample.home(team).equals(line.unit))
                    .toList();
            TeamId team = any(teams);
            SupportRequestTaken event = new SupportRequestTaken(
                    line.request, line.unit, team, any(sample.current(team)), line.dueOn.minusDays(2));
            taken.add(new Line(line.request, line.unit, line.dueOn, event));
            sample.scribe.write(event);
        }
    }

    private void release() {
        Line line = takeAny(taken);
        if (line != null && line.taken != null) {
            waiting.add(new Line(line.request, line.unit, line.dueOn, null));
            sample.scribe.write(new SupportRequestReleased(
                    line.request, line.unit, line.taken.team(), line.taken.member(), line.dueOn.minusDays(1)));
        }
    }

    private void resolve() {
        Line line = takeAny(taken);
        if (line != null && line.taken != null) {
            LocalDate day = line.dueOn.plusDays(random.nextInt(-1, 3));
            List<DomainEvent> events = new ArrayList<>();
            TeamId team = line.taken.team();
            MemberId member = line.taken.member();
            events.add(new SupportRequestResolved(
                    line.request, line.unit, team, member, any(List.of(RequestOutcome.values())), null, day));
            if (day.isAfter(line.dueOn)) {
                events.add(new SupportRequestFlaggedLate(line.request, line.unit, team, line.dueOn, day));
            }
            closed.add(line);
            sample.scribe.write(events.toArray(DomainEvent[]::new));
        }
    }

    private void close() {
        boolean reopens = random.nextInt(3) == 0;
        Line line = takeAny(reopens ? closed : random.nextBoolean() ? taken : waiting);
        if (line == null) {
            return;
        }
        TeamId team = line.taken == null ? null : line.taken.team();
        if (reopens) {
            LocalDate day = line.dueOn.plusDays(3);
            waiting.add(new Line(line.request, line.unit, day.plusDays(5), null));
            sample.scribe.write(new SupportRequestReopened(line.request, line.unit, team, day, day.plusDays(5)));
        } else {
            closed.add(line);
            sample.scribe.write(new SupportRequestDeclined(
                    line.request, line.unit, team, any(List.of(DeclineReason.values())), line.dueOn));
        }
    }

    private void schedule() {
        TeamId team = any(sample.teams);
        OutreachScheduled scheduled = new OutreachScheduled(
                new OutreachId("o-" + ids++),
                team,
                sample.home(team),
                time(),
                List.of(any(List.of(ServiceCategory.values()))),
                any(List.of(OutreachChannel.values())));
        planned.add(scheduled);
        sample.scribe.write(scheduled);
    }

    private Instant time() {
        return Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 160)));
    }

    private void changePlan() {
        if (planned.isEmpty()) {
            return;
        }
        if (random.nextInt(3) == 0) {
            OutreachScheduled session = planned.removeFirst();
            sample.scribe.write(new OutreachCancelled(session.session(), session.team(), session.unit()));
        } else {
            OutreachScheduled session = any(planned);
            sample.scribe.write(new OutreachRescheduled(session.session(), session.team(), session.unit(), time()));
        }
    }

    private void hold() {
        OutreachScheduled session = takeAny(planned);
        if (session != null) {
            Holding holding = holding(session.team());
            held.add(session);
            sample.scribe.write(told(
                    session, holding, new OutreachHeld(session.session(), session.team(), session.unit(), holding)));
        }
    }

    private Holding holding(TeamId team) {
        return new Holding(
                day(), random.nextInt(400), any(List.of(CountBasis.values())), List.of(any(sample.current(team))));
    }

    private static DomainEvent[] told(OutreachScheduled session, Holding holding, DomainEvent event) {
        List<DomainEvent> events = new ArrayList<>(List.of(event));
        if (holding.basis() == CountBasis.ESTIMATE) {
            events.add(new OutreachFlaggedEstimated(
                    session.session(), session.team(), session.unit(), holding.attendance()));
        }
        if (holding.attendance() > 220) {
            events.add(new OutreachFlaggedImplausible(
                    session.session(), session.team(), session.unit(), holding.attendance(), 220));
        }
        return events.toArray(DomainEvent[]::new);
    }

    private void changeHeld() {
        if (held.isEmpty()) {
            return;
        }
        if (random.nextInt(3) == 0) {
            OutreachScheduled session = held.remove(random.nextInt(held.size()));
            sample.scribe.write(new OutreachVoided(session.session(), session.team(), session.unit()));
        } else {
            OutreachScheduled session = any(held);
            Holding holding = holding(session.team());
            sample.scribe.write(told(
                    session,
                    holding,
                    new OutreachCorrected(session.session(), session.team(), session.unit(), holding)));
        }
    }

    private void group() {
        int dice = random.nextInt(10);
        if (groups.isEmpty() || dice < 3) {
            CommunityGroupId group = new CommunityGroupId("g-" + ids++);
            TeamId team = any(sample.teams);
            groups.put(group, team);
            sample.scribe.write(new CommunityGroupRecorded(group, team, random.nextInt(200), day()));
        } else {
            CommunityGroupId group = any(groups.keySet().stream().sorted().toList());
            TeamId team = groups.getOrDefault(group, sample.teams.getFirst());
            if (dice < 9) {
                sample.scribe.write(new CommunityGroupUpdated(group, team, random.nextInt(200), day()));
            } else {
                groups.remove(group);
                sample.scribe.write(new CommunityGroupClosed(group, team, day()));
            }
        }
    }
}

package vn.soto.domain.reach;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.team.Founder;

/**
 * Places that are a person, an account or a record. A refusal tells a sender who does not reach one neither that it
 * exists nor where. Units, teams and organisations are public.
 */
final class UndisclosedPlaces {

    private UndisclosedPlaces() {}

    /** The answer about such a place when nothing has its id; empty for a public place. */
    static Optional<NotFoundException> absent(CommandPlace place, Command command) {
        return Optional.ofNullable(
                switch (place) {
                    case CommandPlace.Person of -> of("member", of.member());
                    case CommandPlace.KnownPerson of -> of("member", of.member());
                    case CommandPlace.PersonalDataOf of -> of("member", of.member());
                    case CommandPlace.OfHousehold of -> of("household", of.household());
                    case CommandPlace.OfBusiness of -> of("business", of.business());
                    case CommandPlace.OfAssistance of -> of("assistance", of.assistance());
                    case CommandPlace.OfOutreach of -> of("outreach", of.session());
                    case CommandPlace.OfGroup of -> of("community-group", of.group());
                    case CommandPlace.OfRequest of -> of("support-request", of.request());
                    case CommandPlace.OfDataRequest of -> of("data-request", of.dataRequest());
                    case CommandPlace.OfTraining of -> of("training", of.training());
                    case CommandPlace.OfAccount of -> NotFoundException.target(command, AccessEvent.idOf(of.account()));
                    case CommandPlace.LinkOf of -> NotFoundException.target(command, AccessEvent.idOf(of.account()));
                    case CommandPlace.OfGrant of -> NotFoundException.target(command, AccessEvent.idOf(of.account()));
                    case CommandPlace.RecordedBy by -> NotFoundException.target(command, by.aggregate());
                    case CommandPlace.WholeLedger _,
                            CommandPlace.InUnit _,
                            CommandPlace.UnitItself _,
                            CommandPlace.OfTeam _,
                            CommandPlace.ReportOfTeam _,
                            CommandPlace.ReportOfUnit _,
                            CommandPlace.Membership _,
                            CommandPlace.Trained _,
                            CommandPlace.TrainingBy _,
                            CommandPlace.OfOrganisation _,
                            CommandPlace.Supported _ -> null;
                });
    }

    private static NotFoundException of(String kind, Object id) {
        return new NotFoundException(kind, id.toString());
    }

    /** The persons and records that a command names anywhere, in the order of its components; not those that it creates. */
    static Set<CommandPlace> namedBy(Command command) {
        Set<CommandPlace> found = new LinkedHashSet<>();
        collect(command, false, found);
        Set<CommandPlace> all = Set.copyOf(found);
        found.removeIf(place ->
                place instanceof CommandPlace.KnownPerson of && all.contains(new CommandPlace.Person(of.member())));
        return found;
    }

    /** Whether the command names a person or a record by this id. */
    static boolean names(Command command, String id) {
        return namedBy(command).stream()
                .flatMap(place -> absent(place, command).stream())
                .anyMatch(absent -> absent.id().equals(id));
    }

    /** The ids of persons and records that a command creates. */
    static Set<String> createdBy(Command command) {
        return Stream.of(command.getClass().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Introduces.class))
                .flatMap(component -> ids(value(component, (Record) command)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> ids(@Nullable Object value) {
        return switch (value) {
            case Id id -> Stream.of(id.value());
            case Collection<?> many -> many.stream().flatMap(UndisclosedPlaces::ids);
            case Founder founder -> ids(founder.member());
            case null, default -> Stream.empty();
        };
    }

    private static void collect(@Nullable Object value, boolean introduced, Set<CommandPlace> found) {
        switch (value) {
            case Subject subject -> found.add(CommandPlace.of(subject));
            case MemberId member ->
                found.add(introduced ? new CommandPlace.Person(member) : new CommandPlace.KnownPerson(member));
            case Collection<?> many -> many.forEach(each -> collect(each, introduced, found));
            case Record record -> {
                Optional<CommandPlace> place = record(record);
                if (place.isEmpty()) {
                    components(record, introduced, found);
                } else if (!introduced) {
                    found.add(place.get());
                }
            }
            case null, default -> {
                // is no id
            }
        }
    }

    private static Optional<CommandPlace> record(Record id) {
        return Optional.ofNullable(
                switch (id) {
                    case HouseholdId household -> new CommandPlace.OfHousehold(household);
                    case BusinessId business -> new CommandPlace.OfBusiness(business);
                    case AssistanceId assistance -> new CommandPlace.OfAssistance(assistance);
                    case OutreachId session -> new CommandPlace.OfOutreach(session);
                    case CommunityGroupId group -> new CommandPlace.OfGroup(group);
                    case SupportRequestId request -> new CommandPlace.OfRequest(request);
                    case DataRequestId request -> new CommandPlace.OfDataRequest(request);
                    case TrainingId training -> new CommandPlace.OfTraining(training);
                    case PlanId plan -> new CommandPlace.RecordedBy(PlanEvent.idOf(plan));
                    default -> null;
                });
    }

    private static void components(Record record, boolean introduced, Set<CommandPlace> found) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            collect(value(component, record), introduced || component.isAnnotationPresent(Introduces.class), found);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " of a command is not readable", e);
        }
    }
}

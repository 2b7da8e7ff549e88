package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;

/**
 * Once a quarter each team speaks to many: at first at meetings of residents, a year later on Zalo. Its Zalo group is begun in the
 * third month and grows each half year.
 */
final class OutreachScene implements Scene {

    private static final int DAYS = 88;
    private static final LocalDate GROUPS = LocalDate.of(2025, 9, 20);
    private static final List<LocalDate> COUNTED = List.of(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 9, 19));
    private static final List<ServiceCategory> TOPICS = List.of(
            ServiceCategory.VNEID,
            ServiceCategory.ONLINE_PUBLIC_SERVICE,
            ServiceCategory.CYBER_SAFETY,
            ServiceCategory.DIGITAL_PAYMENT,
            ServiceCategory.LEARNING);

    private final List<Crew> crews;
    private final Chance chance;
    private final Map<Crew, CommunityGroupId> groups = new HashMap<>();
    private final Map<Crew, Integer> sizes = new HashMap<>();

    OutreachScene(List<Crew> crews, Chance chance) {
        this.crews = crews;
        this.chance = chance;
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        for (Crew crew : crews) {
            if ((day.toEpochDay() + crew.number * 7L) % DAYS == 0
                    && crew.formedOn().isBefore(day)) {
                speak(crew, day, stage);
            }
            if (day.equals(GROUPS)) {
                begin(crew, day, stage);
            } else if (COUNTED.contains(day)) {
                count(crew, day, stage);
            }
        }
    }

    private void speak(Crew crew, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(20 * 3600L + chance.between(0, 3600));
        UUID id = chance.id(at);
        boolean online = chance.happens(Season.progress(day) - 0.6);
        int attendance = online ? chance.between(60, 240) : chance.between(18, 90);
        Holding holding = new Holding(
                day,
                attendance,
                online ? CountBasis.ONLINE_COUNTER : CountBasis.SIGNED_LIST,
                List.of(crew.leader),
                online ? null : attendance * chance.between(40, 90) / 100);
        var session = new RecordOutreach(
                new OutreachId(id.toString()),
                crew.id(),
                crew.unit(),
                List.of(chance.oneOf(TOPICS)),
                online ? OutreachChannel.ZALO : OutreachChannel.RESIDENTS_MEETING,
                holding);
        stage.send(at, crew.leaderAccount(), id, session, crew.id().value());
    }

    private void begin(Crew crew, LocalDate day, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(9 * 3600L + crew.number * 15L);
        UUID id = chance.id(at);
        CommunityGroupId group = new CommunityGroupId(id.toString());
        groups.put(crew, group);
        sizes.put(crew, chance.between(25, 80));
        var begun = new RecordCommunityGroup(group, crew.id(), sizes.getOrDefault(crew, 0), day);
        stage.send(at, crew.leaderAccount(), id, begun, crew.id().value());
    }

    private void count(Crew crew, LocalDate day, Stage stage) {
        CommunityGroupId group = groups.get(crew);
        if (group == null) {
            return;
        }
        Instant at = VietnamTime.start(day).plusSeconds(9 * 3600L + crew.number * 15L);
        int households = sizes.merge(crew, chance.between(20, 70), Integer::sum);
        var counted = new UpdateCommunityGroup(group, households, day);
        stage.send(at, crew.leaderAccount(), chance.id(at), counted, crew.id().value());
    }
}

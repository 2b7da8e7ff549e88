package vn.soto.domain.catalogue;

import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_HAS_ONE_SKILL_GROUP;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_IS_IN_A_GROUP_OF_THE_FRAMEWORK;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUPS_ARE_SOME_BUT_NOT_TOO_MANY;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUPS_TO_WITHDRAW_ARE_ADOPTED;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUP_IS_NAMED_ONCE;
import static vn.soto.domain.catalogue.CatalogueRule.SKILL_GROUP_IS_OF_A_SERVICE_OF_THE_CATALOGUE;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsWithdrawn;
import vn.soto.contracts.catalogue.GroupedService;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.catalogue.SkillGroups;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptSkillGroups;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawSkillGroups;

/** The groups here are invented: those of the national framework come from the file of an authority. */
final class AdoptingSkillGroupsTest extends SampleCommune {

    private static final SkillGroup DEVICES = new SkillGroup("BIA-1", "Nhóm bịa một", "Invented one");
    private static final SkillGroup SAFETY = new SkillGroup("BIA-2", "Nhóm bịa hai", "Invented two");
    private static final GroupedService PASSPORT = of("passport", "BIA-1");

    private final Scenario scenario = Scenario.at(NOW);

    private static GroupedService of(String service, String group) {
        return new GroupedService(new ServiceCode(service), group);
    }

    private static AdoptSkillGroups adopt(List<SkillGroup> groups, GroupedService... services) {
        return new AdoptSkillGroups(groups, List.of(services), signedOn(FOUNDED), TODAY);
    }

    private static SkillGroupsAdopted adopted(int version, List<SkillGroup> groups, GroupedService... services) {
        return new SkillGroupsAdopted(new SkillGroups(version, groups, List.of(services), signedOn(FOUNDED), TODAY));
    }

    @Test
    void namesGroupsAndTheServicesInThem() {
        scenario.when(adopt(List.of(DEVICES, SAFETY), PASSPORT))
                .decides(adopted(1, List.of(DEVICES, SAFETY), PASSPORT));
        scenario.when(adopt(List.of(SAFETY))).decides(adopted(2, List.of(SAFETY)));
    }

    @Test
    void refusesWhatContradictsItself() {
        scenario.when(adopt(List.of())).isRefusedBy(SKILL_GROUPS_ARE_SOME_BUT_NOT_TOO_MANY, 100);
        scenario.when(adopt(List.of(DEVICES, new SkillGroup("BIA-1", "Tên khác", "Other"))))
                .isRefusedBy(SKILL_GROUP_IS_NAMED_ONCE, "BIA-1");
        scenario.when(adopt(List.of(DEVICES), PASSPORT, PASSPORT)).isRefusedBy(SERVICE_HAS_ONE_SKILL_GROUP, "passport");
        scenario.when(adopt(List.of(DEVICES), of("passport", "BIA-2")))
                .isRefusedBy(SERVICE_IS_IN_A_GROUP_OF_THE_FRAMEWORK, "passport", "BIA-2");
        scenario.when(adopt(List.of(DEVICES), of("drones", "BIA-1")))
                .isRefusedBy(SKILL_GROUP_IS_OF_A_SERVICE_OF_THE_CATALOGUE, "drones");
    }

    @Test
    void aVersionIsWithdrawnOnceAndItsNumberIsNotGivenAgain() {
        WithdrawSkillGroups first = new WithdrawSkillGroups(1, "Ghi nhầm ngày áp dụng");
        scenario.given(adopt(List.of(DEVICES), PASSPORT));
        scenario.when(first).decides(new SkillGroupsWithdrawn(1));
        scenario.when(first).isRefusedBy(SKILL_GROUPS_TO_WITHDRAW_ARE_ADOPTED, 1);
        scenario.when(adopt(List.of(SAFETY))).decides(adopted(2, List.of(SAFETY)));
    }
}

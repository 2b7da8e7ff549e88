package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroups;
import vn.soto.query.activity.PeopleView.GroupHelp;
import vn.soto.web.Language;

/** Adds up help by the groups of digital skills to which its services belong. */
final class SkillHelp {

    private SkillHelp() {}

    /** @param byCode number of times that people were helped with each service */
    static List<GroupHelp> of(SkillGroups adopted, Map<String, Long> byCode, Locale language) {
        Map<String, Long> sums = new HashMap<>();
        byCode.forEach((service, times) ->
                sums.merge(adopted.of(new ServiceCode(service)).orElse(""), times, Long::sum));
        List<GroupHelp> groups = new ArrayList<>(adopted.groups().stream()
                .map(group -> new GroupHelp(
                        group.code(),
                        Language.isEnglish(language) ? group.en() : group.vi(),
                        sums.getOrDefault(group.code(), 0L)))
                .toList());
        if (sums.containsKey("")) {
            groups.add(new GroupHelp(null, null, sums.getOrDefault("", 0L)));
        }
        return List.copyOf(groups);
    }
}

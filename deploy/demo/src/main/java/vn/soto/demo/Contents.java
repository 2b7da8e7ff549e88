package vn.soto.demo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.VietnamTime;

/**
 * Draws the content of help. Identity and public services come often, signatures seldom; home visits at first, Zalo
 * later. Skilled people, and all people with time, do it themselves.
 */
record Contents(Chance chance) {

    AssistanceContent of(DemoHousehold home, Instant at) {
        double progress = Season.progress(VietnamTime.day(at));
        return new AssistanceContent(codes(services(progress)), channel(progress), mode(home, progress), at);
    }

    /** The services that stand for their categories. */
    static List<ServiceCode> codes(List<ServiceCategory> categories) {
        return categories.stream().map(ServiceCode::generic).toList();
    }

    List<ServiceCategory> services(double progress) {
        EnumMap<ServiceCategory, Double> weights = new EnumMap<>(ServiceCategory.class);
        weights.put(ServiceCategory.VNEID, 34 - 14 * progress);
        weights.put(ServiceCategory.ONLINE_PUBLIC_SERVICE, 22 + 6 * progress);
        weights.put(ServiceCategory.DIGITAL_PAYMENT, 12.0);
        weights.put(ServiceCategory.DIGITAL_SIGNATURE, 2 + 4 * progress);
        weights.put(ServiceCategory.PROVINCIAL_APP, 12.0);
        weights.put(ServiceCategory.E_COMMERCE, 4.0);
        weights.put(ServiceCategory.CYBER_SAFETY, 8.0);
        weights.put(ServiceCategory.FIELD_REPORT, 3.0);
        weights.put(ServiceCategory.LEARNING, 2 + 5 * progress);
        weights.put(ServiceCategory.AI_FOR_BUSINESS, progress);
        weights.put(ServiceCategory.OTHER, 1.0);
        int count = chance.happens(0.62) ? 1 : chance.happens(0.75) ? 2 : 3;
        return Stream.generate(() -> chance.oneOf(weights)).limit(count).toList();
    }

    private Channel channel(double progress) {
        EnumMap<Channel, Double> weights = new EnumMap<>(Channel.class);
        weights.put(Channel.HOME_VISIT, 78 - 45 * progress);
        weights.put(Channel.PUBLIC_SERVICE_CENTRE, 6.0);
        weights.put(Channel.CLASS, 4.0);
        weights.put(Channel.PHONE, 5.0);
        weights.put(Channel.ZALO, 5 + 38 * progress);
        weights.put(Channel.FACEBOOK, 1.5);
        weights.put(Channel.OTHER, 0.5);
        return chance.oneOf(weights);
    }

    private Mode mode(DemoHousehold home, double progress) {
        if (chance.happens(0.05 + 0.3 * progress + 0.45 * home.skill())) {
            return Mode.SELF_PERFORMED;
        }
        return chance.happens(0.6) ? Mode.DEMONSTRATED : Mode.DONE_ON_BEHALF;
    }
}

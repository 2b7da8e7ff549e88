package vn.soto.query.http;

import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;

/** Ids in answers are their texts, as in events. Every mapper that looks for modules finds this one. */
public final class IdsAsTexts extends SimpleModule {

    public IdsAsTexts() {
        super("soto-ids");
        addSerializer(Id.class, ToStringSerializer.instance);
        addSerializer(AccountId.class, ToStringSerializer.instance);
        addSerializer(Subject.class, ToStringSerializer.instance);
    }
}

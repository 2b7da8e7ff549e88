package vn.soto.query.plan;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.soto.web.WarmUpTask;

/** Reads the bundles with the texts of rules: a rule that none has is looked for in all. */
@Component
final class RefusalTextsWarmUp implements WarmUpTask {

    @Override
    public void run() {
        List.of(Locale.of("vi"), Locale.ENGLISH).forEach(language -> RefusalTexts.text("", List.of(), language));
    }
}

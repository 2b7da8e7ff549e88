package vn.soto.page.detection;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The detectors: what each looks for, by which numbers, and why what it finds can be innocent. */
@Component
final class DetectorsPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/detectors";
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t("detection.detectors"), "detection/detectors.jte", Map.of("answer", answer));
    }
}

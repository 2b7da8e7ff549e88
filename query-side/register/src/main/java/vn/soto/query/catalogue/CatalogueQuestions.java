package vn.soto.query.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.web.EndpointRight;

@RestController
record CatalogueQuestions(Catalogues catalogues) {

    /** The catalogue of the day {@code on}, or of {@link Asked#today}. */
    @Query(at = "/api/catalogue", right = EndpointRight.REFERENCE)
    CatalogueView catalogue(Asked asked, @RequestParam Optional<LocalDate> on) {
        LocalDate day = asked.on(on);
        return CatalogueView.of(catalogues.on(day, asked.asOf()), catalogues.groupsOn(day, asked.asOf()), day);
    }
}

package vn.soto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Writes the main screens, to be looked at: {@code deploy/bin/screenshots}. */
@Tag("processes")
@ResourceLock(value = RunningProduct.DEMO, mode = ResourceAccessMode.READ)
@EnabledIfSystemProperty(
        named = "soto.screenshots",
        matches = ".+",
        disabledReason = "deploy/bin/screenshots asks for them")
final class ScreenshotsIT {

    private static final int LEAST_BYTES = 5_000;

    /**
     * How a screen is looked at.
     *
     * @param scale device pixels of a pixel
     */
    private record Look(String name, int width, int height, double scale, ColorScheme colours) {

        Browser.NewContextOptions apply(Browser.NewContextOptions options) {
            return options.setViewportSize(width, height)
                    .setDeviceScaleFactor(scale)
                    .setIsMobile(scale > 1)
                    .setHasTouch(scale > 1)
                    .setColorScheme(colours);
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look("light", 1280, 900, 1, ColorScheme.LIGHT),
            new Look("dark", 1280, 900, 1, ColorScheme.DARK),
            new Look("phone", 360, 740, 2, ColorScheme.LIGHT));

    @TestFactory
    Stream<DynamicTest> screens() throws IOException {
        Path folder = Path.of(System.getProperty("soto.screenshots", "")).toAbsolutePath();
        Files.createDirectories(folder);
        return KindsOfPages.screens(RunningProduct.shared()).stream()
                .flatMap(kind -> LOOKS.stream()
                        .map(look -> DynamicTest.dynamicTest(
                                kind.name() + " " + look.name(), () -> write(kind, look, folder))));
    }

    /** The six of the README. One is of a phone, one a proof that was asked for, and the last the first sheet of a paper. */
    @TestFactory
    Stream<DynamicTest> ofTheReadme() throws IOException {
        Path folder =
                Path.of(System.getProperty("soto.screenshots", ""), "readme").toAbsolutePath();
        Files.createDirectories(folder);
        return KindsOfPages.ofTheReadme(RunningProduct.shared()).stream()
                .map(kind -> DynamicTest.dynamicTest("README " + kind.name(), () -> {
                    if (kind.path().endsWith("=pdf")) {
                        sheet(kind, folder.resolve(kind.name()));
                    } else {
                        picture(kind, folder.resolve(kind.name() + ".png"));
                    }
                }));
    }

    private static void picture(KindsOfPages.Kind kind, Path file) {
        boolean phone = kind.account().equals("member");
        Look look = new Look(kind.name(), phone ? 390 : 1280, phone ? 844 : 1000, 1, ColorScheme.LIGHT);
        try (Visit visit = kind.account().isEmpty() ? Visit.stranger() : Visit.of(kind.account(), look::apply)) {
            assertThat(visit.open(kind.path())).isEqualTo(kind.status());
            if (kind.path().startsWith(KindsOfPages.PROOF)) {
                visit.page().locator("[data-verify=start]").click();
                Locator result = visit.page().locator("[data-verify=result]");
                PlaywrightAssertions.assertThat(result).containsText("✓ Mã đang giữ đúng");
                result.evaluate("found => found.scrollIntoView({block: 'end'})");
            }
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    private static void sheet(KindsOfPages.Kind kind, Path file) throws IOException, InterruptedException {
        try (Visit visit = Visit.of(kind.account())) {
            visit.open("/");
            Path paper = Files.write(
                    Path.of(file + ".pdf"),
                    visit.page()
                            .request()
                            .get(kind.path(), RequestOptions.create().setHeader("Accept", "text/html"))
                            .body());
            Process drawn = new ProcessBuilder(
                            "pdftoppm", "-r", "80", "-png", "-singlefile", paper.toString(), file.toString())
                    .start();
            assertThat(drawn.waitFor()).isZero();
        }
    }

    private static void write(KindsOfPages.Kind kind, Look look, Path folder) throws IOException {
        Path file = folder.resolve(kind.name().replace(' ', '-') + "-" + look.name() + ".png");
        try (Visit visit = Visit.of(kind.account(), look::apply)) {
            assertThat(visit.open(kind.path())).isEqualTo(kind.status());
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertThat(Files.size(file)).isGreaterThan(LEAST_BYTES);
    }
}

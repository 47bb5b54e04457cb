package com.tillhouse.admin.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.admin.access.SignedIn;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.usecase.FindTeam;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {AdminApplication.class, TeamViewIT.Seed.class},
        properties = "spring.config.name=platform-admin")
@ViewPackages(packages = "com.tillhouse.admin")
class TeamViewIT extends SpringBrowserlessTest {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    @Autowired
    Seed seed;

    @Autowired
    FindTeam teams;

    @Autowired
    TeamDesk desk;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A merchant for each test, with an owner and somebody who looks. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, TenantId> shops = new HashMap<>();
        final Map<String, PersonId> people = new HashMap<>();

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String slug : new String[] {"one", "two", "three", "four"}) {
                    TenantId shop = demo.tenant(slug, "Shop " + slug, START);
                    people.put("own-" + slug, demo.member(shop, "own@" + slug + ".example", Role.OWNER));
                    people.put("see-" + slug, demo.member(shop, "see@" + slug + ".example", Role.VIEWER));
                    shops.put(slug, shop);
                }
            };
        }
    }

    private List<TeamMember> members(String slug) {
        return teams.of(shop(slug)).members();
    }

    private List<Invitation> invitations(String slug) {
        return teams.of(shop(slug)).invitations();
    }

    private TenantId shop(String slug) {
        return Objects.requireNonNull(seed.shops.get(slug));
    }

    private PersonId person(String key) {
        return Objects.requireNonNull(seed.people.get(key));
    }

    private void click(String text) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .reduce((first, second) -> second)
                .ifPresentOrElse(button -> test(button).click(), () -> {
                    throw new AssertionError("no button " + text);
                });
    }

    private void confirm() {
        test(find(Button.class).id("team-confirm")).click();
    }

    @Test
    @SignedIn("own@one.example")
    void invitesSendsAgainAndTakesBack() {
        UI.getCurrent().navigate("t/one/team");
        test(find(Button.class).id("invite")).click();
        test(find(EmailField.class).id("invite-email")).setValue("new@one.example");
        test(find(RadioButtonGroup.class).id("role")).selectItem("Finance");
        confirm();
        assertThat(invitations("one")).singleElement().satisfies(invitation -> {
            assertThat(invitation.email().value()).isEqualTo("new@one.example");
            assertThat(invitation.role()).isEqualTo(Role.FINANCE);
        });
        String first = invitations("one").getFirst().id();
        assertThat(find(Component.class).withId("invitations").exists()).isTrue();
        click("Send again");
        confirm();
        assertThat(invitations("one"))
                .singleElement()
                .satisfies(invitation -> assertThat(invitation.id()).isNotEqualTo(first));
        click("Take back");
        confirm();
        assertThat(invitations("one")).isEmpty();
    }

    @Test
    @SignedIn("own@one.example")
    void saysWhatIsInTheWayAndKeepsTheDialog() {
        UI.getCurrent().navigate("t/one/team");
        test(find(Button.class).id("invite")).click();
        test(find(EmailField.class).id("invite-email")).setValue("see@one.example");
        confirm();
        assertThat(find(Paragraph.class).id("team-trouble").getText()).contains("member already");
        assertThat(invitations("one")).isEmpty();
    }

    @Test
    @SignedIn("own@two.example")
    void changesARoleAndRemoves() {
        UI.getCurrent().navigate("t/two/team");
        click("Change role");
        test(find(RadioButtonGroup.class).id("role")).selectItem("Support");
        confirm();
        assertThat(members("two")).extracting(TeamMember::role).containsExactly(Role.OWNER, Role.SUPPORT);
        click("Remove");
        confirm();
        assertThat(members("two")).hasSize(1);
        click("Remove");
        confirm();
        assertThat(find(Paragraph.class).id("team-trouble").getText()).contains("at least one owner");
        assertThat(members("two")).hasSize(1);
    }

    @Test
    @SignedIn("see@three.example")
    void letsOthersOnlyLook() {
        UI.getCurrent().navigate("t/three/team");
        assertThat(find(Component.class).withId("members").exists()).isTrue();
        assertThat(find(Component.class).withId("invite").exists()).isFalse();
        assertThat(find(Button.class).all())
                .noneSatisfy(button -> assertThat(button.getText()).isIn("Remove", "Change role"));
        assertThat(find(Paragraph.class).id("may-not").getText()).contains("You are here as viewer.");
    }

    /** A click that the page does not offer, sent all the same. */
    @Test
    @SignedIn("see@three.example")
    void refusesActsThatThePageDoesNotOffer() {
        PersonId owner = person("own-three");
        PersonId self = person("see-three");
        assertThatThrownBy(() -> desk.remove("three", owner)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.changeRole("three", self, Role.OWNER)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.invite("three", new EmailAddress("x@three.example"), Role.OWNER))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.team("four")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.remove("four", person("own-four"))).isInstanceOf(NotFoundException.class);
        assertThat(members("three")).hasSize(2);
    }

    @Test
    @SignedIn("own@four.example")
    void refusesAMemberOfAnotherBusiness() {
        assertThatThrownBy(() -> desk.remove("four", person("see-three"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.changeRole("four", person("see-three"), Role.VIEWER))
                .isInstanceOf(NotFoundException.class);
        assertThat(members("three")).hasSize(2);
    }
}

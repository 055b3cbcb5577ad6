package io.proctemplate.architecture;

import java.util.List;

/**
 * Where the layers lie below a root package: that of the program, or that of a fixture.
 *
 * @param root the name of the package
 */
record Layout(String root) {
    String domain() {
        return root + ".domain..";
    }

    String violation() {
        return root + ".domain.violation..";
    }

    String field() {
        return root + ".domain.field..";
    }

    String template() {
        return root + ".domain.template..";
    }

    String access() {
        return root + ".domain.access..";
    }

    String audit() {
        return root + ".domain.audit..";
    }

    String instance() {
        return root + ".domain.instance..";
    }

    String diff() {
        return root + ".domain.diff..";
    }

    String application() {
        return root + ".application..";
    }

    /** The package of the services alone, without ports. */
    String services() {
        return root + ".application";
    }

    String api() {
        return root + ".application.api..";
    }

    String spi() {
        return root + ".application.spi..";
    }

    String wire() {
        return root + ".wire..";
    }

    String adapters() {
        return root + ".adapter..";
    }

    String http() {
        return root + ".adapter.http..";
    }

    String jdbc() {
        return root + ".adapter.jdbc..";
    }

    String cli() {
        return root + ".adapter.cli..";
    }

    String login() {
        return root + ".adapter.login..";
    }

    String cache() {
        return root + ".adapter.cache..";
    }

    String control() {
        return root + ".adapter.control..";
    }

    String bootstrap() {
        return root + ".bootstrap..";
    }

    /** Every layer, the domain's and the application's parts one by one. */
    List<String> layers() {
        return List.of(
                violation(),
                field(),
                template(),
                access(),
                audit(),
                instance(),
                diff(),
                services(),
                api(),
                spi(),
                wire(),
                http(),
                cli(),
                jdbc(),
                login(),
                cache(),
                control(),
                bootstrap());
    }
}

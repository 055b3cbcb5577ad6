package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Businesses;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.Business;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Businesses, from the terminal. */
@Command(
        name = "business",
        description = {"Adds, lists and removes businesses, to which everything else belongs.", ""})
final class BusinessCommands {
    private final Operator operator;

    BusinessCommands(Operator operator) {
        this.operator = operator;
    }

    private Businesses businesses() {
        return operator.administration().businesses();
    }

    private static Node.Mapping form(Business business) {
        return new Node.Mapping.Builder()
                .put("id", Scalar.of(business.id()))
                .put("name", Scalar.of(business.name()))
                .build();
    }

    @Command(name = "add", description = "Adds a business.")
    int add(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "ID", description = "Its id in the CMDB.") String id,
            @Parameters(paramLabel = "NAME", description = "What people call it.") String name) {
        long number = Choices.id(id);
        return operator.answer(
                businesses().add(number, Operator.name(name, "the name")),
                json,
                BusinessCommands::form,
                added -> "business " + added.id() + " added");
    }

    @Command(name = "list", description = "Lists all businesses, by id.")
    int list(@Option(names = "--json", description = "Answer as JSON.") boolean json) {
        return operator.list(businesses().list(), json, List.of("id", "name"), BusinessCommands::form);
    }

    @Command(
            name = "remove",
            description = "Removes a business without templates and categories, and the rights that name it.")
    int remove(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "ID", description = "Its id.") String id) {
        long number = Choices.id(id);
        return operator.answer(
                businesses().remove(number),
                json,
                nothing ->
                        new Node.Mapping.Builder().put("id", Scalar.of(number)).build(),
                nothing -> "business " + number + " removed");
    }
}

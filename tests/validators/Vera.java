import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints the rules of a flavour (1b, 2b, ua1) that a file breaks; exit code 1 if there are any. */
public class Vera {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        File file = new File(arguments[1]);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
            ValidationResult result = validator.validate(parser);
            TreeMap<String, Integer> broken = new TreeMap<>();
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    broken.merge(found.getRuleId().getClause() + " " + found.getMessage(), 1, Integer::sum);
                }
            }
            broken.forEach((rule, times) -> System.out.println(times + " × " + rule));
            System.exit(result.isCompliant() ? 0 : 1);
        }
    }
}

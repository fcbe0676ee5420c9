# Runs modules of Python's own test suite, and says of each test how it went, in the order of their names.
import os, sys, unittest
from test import support
support.verbose = 0
os.environ['PYTHONHASHSEED'] = '0'

def each(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each(test)
        else:
            yield test

failed = False
for module in sys.argv[1:]:
    loaded = unittest.defaultTestLoader.loadTestsFromName('test.' + module)
    result = unittest.TestResult()
    tests = sorted(each(loaded), key=lambda test: test.id())
    names = [test.id() for test in tests]
    unittest.TestSuite(tests).run(result)
    bad = {test.id(): text for test, text in result.failures + result.errors}
    skipped = {test.id(): why for test, why in result.skipped}
    for name in names:
        print(name, 'FAILED' if name in bad else 'left out' if name in skipped else 'ok')
    for name in bad:
        print(name, bad[name])
    print(module, result.testsRun, 'run,', len(bad), 'failed,', len(skipped), 'left out')
    failed = failed or bad
sys.exit(1 if failed else 0)

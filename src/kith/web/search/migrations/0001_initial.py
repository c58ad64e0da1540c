from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("noun", models.CharField(max_length=80)),
                ("key", models.UUIDField()),
                ("kind", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=300)),
                ("words", models.TextField(blank=True)),
                ("url", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("noun", "key"), name="one_search_entry_a_record"
                    )
                ],
            },
        ),
    ]
